import type { Board } from '../../shared/board.ts'
import { gridOf } from '../../shared/grid.ts'
import { keptUntil } from '../../shared/rules/late-pool.ts'
import type { Instant } from '../../shared/time.ts'
import { typeset } from '../../shared/words.ts'

/** Letters of titles that the head of the wall names; the others are counted. The first is named whole. */
const mostLetters = 90

/** Sessions that seek somebody to host them, in the order of their titles: some by name, the others counted. */
export const seekingOf = ({ sessions }: Board): { readonly titles: readonly string[]; readonly more: number } => {
  const all = [...sessions.values()]
    .filter(({ hosts }) => hosts.length === 0)
    .map(({ title }) => typeset(title))
    .sort((a, b) => a.localeCompare(b, 'fr'))
  let letters = 0
  const titles = all.filter((title, place) => {
    letters += title.length
    return place === 0 || letters <= mostLetters
  })
  return { titles, more: all.length - titles.length }
}

/** How many free cells of the next round are kept for late arrivals, and until when; null where none are. */
export const keptOf = (board: Board, now: Instant): { readonly cells: number; readonly until: Instant } | null => {
  if (board.rules.lateCells === 0) return null
  const slot = [...board.slots.values()].find(({ kind, start }) => kind === 'open' && start > now)
  if (slot === undefined || now >= keptUntil(board, slot)) return null
  const row = gridOf(board, slot.date).rows.find((each) => each.slot.id === slot.id)
  const free = [...(row?.cells.values() ?? [])].filter((cell) => cell.type === 'free' && cell.use.type === 'open')
  const cells = Math.min(board.rules.lateCells, free.length)
  return cells === 0 ? null : { cells, until: keptUntil(board, slot) }
}
