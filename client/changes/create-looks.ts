import { type Accessor, createEffect, createMemo, createSignal, on, untrack } from 'solid-js'
import type { Entry } from '../../shared/events.ts'
import type { SessionId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import { useForum } from '../sync/forum-context.tsx'
import { makeFresh } from '../sync/make-fresh.ts'
import { caughtUp, type Difference, differences, type Look, lookOf } from './look.ts'
import { type KeptLook, keepLook, readLook } from './look-store.ts'
import { touchedBy } from './touched-by.ts'

/** What changed on the board since somebody last looked at the list of it. */
export interface Looks {
  /** When that was (server time). */
  readonly since: Accessor<Instant>
  readonly changes: Accessor<readonly Difference[]>
  /** Begins a reading: gives what is read, which stays as it is whatever happens on the board meanwhile. */
  open(): readonly Difference[]
  /** What was read has been seen; what came after that has not. */
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
  let opened: KeptLook | null = null
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
      if (ids.length === 0) return
      const catchUp = ({ at, look }: KeptLook): KeptLook => ({ at, look: caughtUp(look, current(), ids) })
      setKept(catchUp)
      opened &&= catchUp(opened)
    }),
  )
  const changes = createMemo(() => differences(kept().look, current()).filter(isListed))
  return {
    since: () => kept().at,
    changes,
    open: () => {
      opened = { at: untrack(forum.now), look: untrack(current) }
      return untrack(changes)
    },
    see: () => {
      if (opened !== null) setKept(opened)
      opened = null
    },
  }
}
