import { type Accessor, createEffect, createSignal, on, onCleanup, untrack } from 'solid-js'
import type { Board } from '../../shared/board.ts'
import { boardFromJson } from '../../shared/board-json.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { fetchMoment } from './desk-http.ts'

/** A board of the past: `waiting` while the first one is asked for. */
export type Moment =
  | { readonly type: 'waiting' }
  | { readonly type: 'unreadable' }
  | { readonly type: 'read'; readonly board: Board }

/** Milliseconds that a slider must rest before its moment is asked for. */
const resting = 120
/** How many boards are kept for sliding back and forth. */
const kept = 40

/**
 * The board right after an entry, asked for when the slider rests, and until it has come the one before it: what is below
 * the slider must not come and go. Null is the board as it is now.
 */
export const createMoment = (seq: Accessor<number | null>): Accessor<Moment> => {
  const forum = useForum()
  const language = useLanguage()
  const known = new Map<number, Board>()
  const [moment, setMoment] = createSignal<Moment>({ type: 'waiting' })
  let timer: ReturnType<typeof setTimeout> | undefined
  const ask = async (wanted: number) => {
    const fetched = await fetchMoment(forum.slug, wanted, untrack(language))
    if (fetched !== null) {
      known.set(wanted, boardFromJson(fetched))
      const oldest = known.keys().next()
      if (known.size > kept && oldest.done !== true) known.delete(oldest.value)
    }
    if (untrack(seq) === wanted) show(wanted)
  }
  const show = (wanted: number) => {
    const board = known.get(wanted)
    setMoment(board === undefined ? { type: 'unreadable' } : { type: 'read', board })
  }
  createEffect(
    on(seq, (wanted, before) => {
      clearTimeout(timer)
      if (wanted === null) return
      if (known.has(wanted)) return show(wanted)
      if (before === null) setMoment({ type: 'read', board: untrack(forum.board) })
      timer = setTimeout(() => void ask(wanted), resting)
    }),
  )
  onCleanup(() => clearTimeout(timer))
  return () => (seq() === null ? { type: 'read', board: forum.board() } : moment())
}
