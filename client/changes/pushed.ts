import type { Entry } from '../../shared/events.ts'
import type { PersonId, SessionId } from '../../shared/ids.ts'
import type { Difference, Look, Seen } from './look.ts'
import { touchedBy } from './touched-by.ts'

/** Why a session concerns somebody. */
export type Concern = 'hosted' | 'starred'

/** Something that happened to a session of one's own, or to one that interests one. */
export interface Push {
  readonly difference: Difference
  readonly concern: Concern
  /** Who did it; null where it happened while this device was away. */
  readonly by: PersonId | null
  /** Both sides had agreed to it. */
  readonly agreed: boolean
}

/** By session, in the order in which they happened. */
export type Pushes = ReadonlyMap<SessionId, Push>

const isAgreed = ({ events }: Entry): boolean =>
  events.some((event) => event.type === 'offer-ended' && event.how === 'accepted')

/**
 * What there is to tell of what changed: only what concerns one, and nothing that one did oneself.
 * @param entries those that brought it about, as far as they were heard
 */
export const pushesOf = (
  changed: readonly Difference[],
  entries: readonly Entry[],
  you: PersonId,
  concernOf: (sessionId: SessionId) => Concern | null,
): readonly Push[] =>
  changed.flatMap((difference) => {
    const concern = concernOf(difference.sessionId)
    const last = entries.findLast((entry) => touchedBy(entry).includes(difference.sessionId))
    if (concern === null || difference.type === 'fresh' || last?.by === you) return []
    if (concern === 'starred' && (difference.type === 'locked' || difference.type === 'unlocked')) return []
    return [{ difference, concern, by: last?.by ?? null, agreed: last !== undefined && isAgreed(last) }]
  })

/**
 * What was told without who did it, as entries explain it that were fetched since: by whom, or that it was agreed; what one
 * did oneself elsewhere is not told any more. Null where they explain nothing of it.
 */
export const explained = (pushes: Pushes, entries: readonly Entry[], you: PersonId): Pushes | null => {
  const found = [...pushes].flatMap(([id, push]) => {
    const last = push.by === null ? entries.findLast((entry) => touchedBy(entry).includes(id)) : undefined
    return last === undefined ? [] : [{ id, push: { ...push, by: last.by, agreed: isAgreed(last) } }]
  })
  if (found.length === 0) return null
  const all = new Map(pushes)
  for (const { id, push } of found) {
    if (push.by === you) all.delete(id)
    else all.set(id, push)
  }
  return all
}

/** The looks that are kept of what concerns one. */
export const concerning = (look: Look, concernOf: (sessionId: SessionId) => Concern | null): Look =>
  new Map<SessionId, Seen>([...look].filter(([id]) => concernOf(id) !== null))
