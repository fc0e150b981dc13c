import { type Board, emptyBoard } from '../shared/board.ts'
import type { Entry } from '../shared/events.ts'
import { evolveEntry } from '../shared/evolve.ts'
import { Breath } from './breath.ts'
import { readEntries } from './entries.ts'
import { listForums } from './forums.ts'
import { type PlacementRow, readPlacements } from './placements.ts'
import type { Database } from './tables.ts'

/** A board as the log says it at a seq. */
export interface Folded {
  readonly board: Board
  readonly seq: number
}

/** Before the first entry. */
export const unwritten: Folded = { board: emptyBoard, seq: 0 }

/** How many entries are read at a time: few, since what one statement gives is made into values in one piece. */
const page = 100

/**
 * Folds the log of a forum on from where one was, up to a seq or to its end, in slices that leave the event loop to others.
 * @param onEntry called with each entry that is read, in order
 */
export const foldOn = async (
  db: Database,
  forumId: number,
  from: Folded,
  options: {
    readonly upTo?: number
    readonly breath?: Breath
    readonly onEntry?: (entry: Entry, folded: Folded) => void
  } = {},
): Promise<Folded> => {
  const { upTo = Number.POSITIVE_INFINITY, breath = new Breath(), onEntry } = options
  let folded = from
  for (;;) {
    const entries = await readEntries(db, forumId, folded.seq, Math.max(0, Math.min(page, upTo - folded.seq)))
    breath.begin()
    for (const entry of entries) {
      folded = { board: evolveEntry(folded.board, entry), seq: entry.seq }
      onEntry?.(entry, folded)
      await breath.take()
    }
    if (entries.length < page || folded.seq >= upTo) return folded
  }
}

const byRoomAndStart = (a: PlacementRow, b: PlacementRow): number =>
  a.roomId === b.roomId ? a.start - b.start : a.roomId < b.roomId ? -1 : 1

/** Whether the table holds exactly the placements of a board. @param rows as `readPlacements` gives them */
export const samePlacements = (board: Board, rows: readonly PlacementRow[]): boolean => {
  if (board.placements.size !== rows.length) return false
  const expected = [...board.placements.values()].sort(byRoomAndStart)
  return [...rows].sort(byRoomAndStart).every((row, index) => {
    const placement = expected[index]
    return (
      placement?.sessionId === row.sessionId &&
      placement.roomId === row.roomId &&
      placement.start === row.start &&
      placement.end === row.end
    )
  })
}

/** What the tables of a forum say at one moment. */
export interface TableState {
  /** Of the last entry. */
  readonly seq: number
  readonly placements: readonly PlacementRow[]
}

/** The last seq and the placements in one read, so that no commit falls between the two. */
export const readTableState = (db: Database, forumId: number): Promise<TableState> =>
  db
    .transaction()
    .setAccessMode('read only')
    .execute(async (transaction) => {
      const last = await transaction
        .selectFrom('entry')
        .select(({ fn }) => fn.max('seq').as('seq'))
        .where('forum_id', '=', forumId)
        .executeTakeFirst()
      return { seq: last?.seq ?? 0, placements: await readPlacements(transaction, forumId) }
    })

/**
 * Folds every forum's log and compares its placements with the table: what `inspect` cannot see.
 * @param db nobody may write to it meanwhile
 * @returns addresses of the forums that disagree with themselves
 */
export const findMismatches = async (db: Database): Promise<readonly string[]> => {
  const wrong: string[] = []
  for (const { id, slug } of await listForums(db)) {
    const { placements } = await readTableState(db, id)
    try {
      const { board } = await foldOn(db, id, unwritten)
      if (!samePlacements(board, placements)) wrong.push(slug)
    } catch {
      // Events of another program, or written by hand: they can be read, and make no board.
      wrong.push(slug)
    }
  }
  return wrong
}
