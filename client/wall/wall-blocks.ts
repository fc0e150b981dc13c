import type { Board, Format, Room, Slot } from '../../shared/board.ts'
import { type Grid, gridOf } from '../../shared/grid.ts'
import type { PersonId, RoomId, SessionId, SlotId } from '../../shared/ids.ts'
import { nowOf } from '../../shared/now.ts'
import { datesOf } from '../../shared/slots.ts'
import type { Instant, LocalDate } from '../../shared/time.ts'
import { hostsOf, insideOf } from '../../shared/together.ts'

/** One session in one room, as the wall shows it within a round. */
export interface WallCard {
  readonly sessionId: SessionId
  readonly room: Pick<Room, 'id' | 'name'>
  readonly title: string
  /** BCP 47; empty where not said. */
  readonly language: string
  readonly format: Format
  /** Titles of the sessions that are held inside it. */
  readonly inside: readonly string[]
  /** Of all that is held there; none where it seeks one. */
  readonly hosts: readonly PersonId[]
  /** When it ends, where that is not when the round ends. */
  readonly until: Instant | null
}

/** A round (or a common moment) of the day: the whole that is never torn apart if it can be helped. */
export interface WallBlock {
  readonly key: SlotId
  readonly tense: 'now' | 'next' | 'later' | 'over'
  readonly slot: Slot
  readonly cards: readonly WallCard[]
  /** Rooms that anybody may still claim in it. */
  readonly free: readonly string[]
}

/** What the wall has to say at an instant. */
export interface WallDay {
  readonly date: string | null
  /** In time order: what runs, what comes next, what comes later; all of a day that is over. */
  readonly blocks: readonly WallBlock[]
  /** Rooms that are open all day. */
  readonly continuous: readonly string[]
  /** When the next slot starts; null where none is left. */
  readonly nextStart: Instant | null
  /** Free cells in what is left of the day. */
  readonly freeCells: number
}

const cardsOf = (board: Board, grid: Grid, slot: Slot): readonly WallCard[] => {
  const row = grid.rows.find((candidate) => candidate.slot.id === slot.id)
  return grid.rooms.flatMap((room): readonly WallCard[] => {
    const cell = row?.cells.get(room.id)
    if (cell === undefined || cell.type === 'free' || cell.type === 'closed') return []
    const session = board.sessions.get(cell.sessionId)
    const placement = board.placements.get(cell.sessionId)
    // A room held by an overlapping slot is shown in that slot's own round.
    if (session === undefined || placement === undefined || cell.type === 'busy') return []
    const { id, title, language, format } = session
    const inside = insideOf(board, id).map((one) => one.title)
    const hosts = hostsOf(board, session)
    const until = placement.end === slot.end ? null : placement.end
    return [{ sessionId: id, room: { id: room.id, name: room.name }, title, language, format, inside, hosts, until }]
  })
}

const freeIn = (grid: Grid, slot: Slot): readonly RoomId[] => {
  const row = grid.rows.find((candidate) => candidate.slot.id === slot.id)
  return grid.rooms.flatMap((room) => {
    const cell = row?.cells.get(room.id)
    return cell?.type === 'free' && cell.use.type === 'open' ? [room.name] : []
  })
}

/**
 * The wall's day at an instant: rounds that are over leave it, until the whole day is.
 * @param wanted another day, where somebody asked for one that has slots
 */
export const wallDay = (board: Board, now: Instant, wanted: LocalDate | null = null): WallDay => {
  const { current, next, date } = nowOf(board, now)
  // In the evening, when nothing is left today, "next" is already tomorrow's first round.
  const asked = datesOf(board).find((known) => known === wanted)
  const shown = asked ?? current[0]?.date ?? next[0]?.date ?? date
  if (shown === null) return { date: null, blocks: [], continuous: [], nextStart: null, freeCells: 0 }
  const grid = gridOf(board, shown)
  const running = new Set(current.map((slot) => slot.id))
  const coming = new Set(next.map((slot) => slot.id))
  const tenseOf = (slot: Slot): WallBlock['tense'] => {
    if (running.has(slot.id)) return 'now'
    if (coming.has(slot.id)) return 'next'
    return slot.start > now ? 'later' : 'over'
  }
  const blocks = grid.rows.map(({ slot }) => {
    const tense = tenseOf(slot)
    const free = tense === 'over' ? [] : freeIn(grid, slot)
    return { key: slot.id, tense, slot, cards: cardsOf(board, grid, slot), free }
  })
  const left = blocks.filter((block) => block.tense !== 'over')
  return {
    date: shown,
    blocks: left.length > 0 ? left : blocks,
    continuous: grid.continuous.map((room) => room.name),
    nextStart: next[0]?.start ?? null,
    freeCells: left.filter((block) => block.tense !== 'now').reduce((count, block) => count + block.free.length, 0),
  }
}
