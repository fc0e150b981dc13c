import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js'
import type { Board } from '../../shared/board.ts'
import { boardFromJson } from '../../shared/board-json.ts'
import type { Instant, LocalDate } from '../../shared/time.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { fetchMoment } from './desk-http.ts'

/** What somebody wants to see: right after an entry, at an instant, or at the end of a day, which is that instant. Null is now. */
export type Wanted =
  | { readonly seq: number }
  | { readonly at: Instant }
  | { readonly day: LocalDate; readonly at: Instant }
  | null

/** A board of the past: `waiting` while the first one is asked for. */
export type Moment =
  | { readonly type: 'waiting' }
  | { readonly type: 'unreadable' }
  | { readonly type: 'read'; readonly board: Board; readonly of: Wanted; readonly seq: number; readonly at: Instant }

type Read = Extract<Moment, { readonly type: 'read' }>

/** Milliseconds that a slider must rest before its moment is asked for. */
const resting = 120
/** How many boards are kept for sliding back and forth. */
const kept = 40

const nameOf = (wanted: Exclude<Wanted, null>): string => ('seq' in wanted ? `${wanted.seq}` : `at ${wanted.at}`)

/**
 * The board of a moment, asked for when the slider rests, and until it has come the one before it: what is below the
 * slider must not come and go.
 * @param latest seq of the last entry that there is
 */
export const createMoment = (wanted: Accessor<Wanted>, latest: Accessor<number>): Accessor<Moment> => {
  const forum = useForum()
  const language = useLanguage()
  const known = new Map<string, Read>()
  const [told, setTold] = createSignal<{ readonly of: Wanted; readonly moment: Moment } | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  const current = (): Read => ({
    type: 'read',
    board: forum.board(),
    of: null,
    seq: latest(),
    at: untrack(forum.now),
  })
  const ask = async (of: Exclude<Wanted, null>) => {
    const fetched = await fetchMoment(forum.slug, of, untrack(language))
    if (fetched !== null) {
      const { seq, at, board } = fetched
      known.set(nameOf(of), { type: 'read', board: boardFromJson(board), of, seq, at })
      const oldest = known.keys().next()
      if (known.size > kept && oldest.done !== true) known.delete(oldest.value)
    }
    if (untrack(wanted) === of) setTold({ of, moment: known.get(nameOf(of)) ?? { type: 'unreadable' } })
  }
  createEffect(
    on(wanted, (of) => {
      clearTimeout(timer)
      if (of !== null && !known.has(nameOf(of))) timer = setTimeout(() => void ask(of), resting)
    }),
  )
  onCleanup(() => clearTimeout(timer))
  // What was shown before stays in the same breath, also where that is now: not for an instant is there nothing.
  return createMemo<Moment>(
    (before) => {
      const [of, said] = [wanted(), told()]
      if (of === null) return current()
      if (said?.of === of) return said.moment
      const found = known.get(nameOf(of))
      return found === undefined ? before : { ...found, of }
    },
    { type: 'waiting' },
  )
}
