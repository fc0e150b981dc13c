import { type Accessor, createEffect, createMemo, createSignal, on, untrack } from 'solid-js'
import type { Entry } from '../../shared/events.ts'
import type { SessionId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import { useForum } from '../sync/forum-context.tsx'
import { makeFresh } from '../sync/make-fresh.ts'
import { caughtUp, type Difference, differences, type Look, lookOf } from './look.ts'
import { keepLook, readLook } from './look-store.ts'
import { touchedBy } from './touched-by.ts'

/** What changed on the board since somebody last looked at the list of it. */
export interface Looks {
  /** When that was (server time). */
  readonly since: Accessor<Instant>
  readonly changes: Accessor<readonly Difference[]>
  /** All of it has been seen. */
  see(): void
}

/** Whether a difference is one that the list shows: locks are their hosts' concern only. */
const isListed = ({ type }: Difference): boolean => type !== 'locked' && type !== 'unlocked'

/** What is on the board as a look: computed anew only when a session or a place is another. */
export const createLook = (): Accessor<Look> => {
  const forum = useForum()
  const sessions = createMemo(() => forum.confirmed().sessions)
  const placements = createMemo(() => forum.confirmed().placements)
  return createMemo(() => {
    sessions()
    placements()
    return lookOf(untrack(forum.confirmed))
  })
}

/** Keeps the last look on this device; what one does oneself counts as seen at once. */
export const createLooks = (current: Accessor<Look>): Looks => {
  const forum = useForum()
  const key = `look ${forum.slug}`
  const first = readLook(localStorage, key) ?? { at: untrack(forum.now), look: untrack(current) }
  const [kept, setKept] = createSignal(first)
  createEffect(() => keepLook(localStorage, key, kept()))
  const freshOf = makeFresh()
  const own = (entries: readonly Entry[]): readonly SessionId[] => {
    const you = forum.you()?.id
    return freshOf(entries)
      .filter(({ by }) => by === you)
      .flatMap(touchedBy)
  }
  createEffect(
    on([forum.entries, forum.isKnown], ([entries, isKnown]) => {
      if (!isKnown) return
      const ids = own(entries)
      if (ids.length > 0) setKept(({ at, look }) => ({ at, look: caughtUp(look, current(), ids) }))
    }),
  )
  return {
    since: () => kept().at,
    changes: createMemo(() => differences(kept().look, current()).filter(isListed)),
    see: () => setKept({ at: untrack(forum.now), look: untrack(current) }),
  }
}
