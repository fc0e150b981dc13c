import type { Entry } from '../../shared/events.ts'
import type { PersonId, SessionId } from '../../shared/ids.ts'
import type { HeardAway } from '../ui/heard-away.ts'
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
  /** The last entry of the board on which it was seen: what came later is not why. */
  readonly seq: number
}

/** By session, in the order in which they happened. */
export type Pushes = ReadonlyMap<SessionId, Push>

const isAgreed = ({ events }: Entry): boolean =>
  events.some((event) => event.type === 'offer-ended' && event.how === 'accepted')

/**
 * What there is to tell of what changed: only what concerns one, and nothing that one did oneself.
 * @param entries those that brought it about, as far as they were heard
 * @param seq the last entry of the board that changed
 */
export const pushesOf = (
  changed: readonly Difference[],
  entries: readonly Entry[],
  you: PersonId,
  concernOf: (sessionId: SessionId) => Concern | null,
  seq: number,
): readonly Push[] =>
  changed.flatMap((difference) => {
    const concern = concernOf(difference.sessionId)
    const last = entries.findLast((entry) => touchedBy(entry).includes(difference.sessionId))
    if (concern === null || difference.type === 'fresh' || last?.by === you) return []
    if (concern === 'starred' && (difference.type === 'locked' || difference.type === 'unlocked')) return []
    return [{ difference, concern, by: last?.by ?? null, agreed: last !== undefined && isAgreed(last), seq }]
  })

/**
 * What was told without who did it, as entries explain it that were fetched of that time: by whom, or that it was agreed;
 * what one did oneself elsewhere is not told any more. Null where they explain nothing of it, as after a later absence.
 */
export const explained = (pushes: Pushes, { entries, until }: HeardAway, you: PersonId): Pushes | null => {
  const found = [...pushes].flatMap(([id, push]) => {
    const isCovered = push.by === null && push.seq <= until
    const last = isCovered
      ? entries.findLast((entry) => entry.seq <= push.seq && touchedBy(entry).includes(id))
      : undefined
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
