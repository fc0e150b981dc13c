import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js'
import type { Board } from '../../shared/board.ts'
import { boardFromJson } from '../../shared/board-json.ts'
import type { Instant } from '../../shared/time.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { fetchMoment } from './desk-http.ts'

/** What somebody wants to see: right after an entry, or at an instant. Null is now. */
export type Wanted = { readonly seq: number } | { readonly at: Instant } | null

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
  const [moment, setMoment] = createSignal<Moment>({ type: 'waiting' })
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
    if (untrack(wanted) === of) setMoment(known.get(nameOf(of)) ?? { type: 'unreadable' })
  }
  createEffect(
    on(wanted, (of, before) => {
      clearTimeout(timer)
      if (of === null) return
      const found = known.get(nameOf(of))
      if (found !== undefined) setMoment({ ...found, of })
      else {
        if (before === null) setMoment(untrack(current))
        timer = setTimeout(() => void ask(of), resting)
      }
    }),
  )
  onCleanup(() => clearTimeout(timer))
  return createMemo(() => (wanted() === null ? current() : moment()))
}
