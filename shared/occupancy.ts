import type { Board, Placement, Slot } from './board.ts'
import { ChangedMap } from './changed-map.ts'
import { cellKey, type RoomId, type SessionId } from './ids.ts'
import { recently } from './recently.ts'
import { type Instant, type Interval, overlap } from './time.ts'

/** Who is where and when, so that checking one move looks at the touched room and hours only. */
export interface Occupancy {
  /** What is placed in a room, in the order of `board.placements`. */
  readonly inRoom: (roomId: RoomId) => readonly Placement[]
  /** What overlaps an interval, by start; the same list whenever it is asked again. */
  readonly during: (interval: Interval) => readonly Placement[]
}

const none: readonly Placement[] = []

/** Sessions start together: a day has a handful of starts, and many placements at each. */
interface Start {
  readonly at: Instant
  /** The last end of those that start here. */
  end: Instant
  readonly placements: Placement[]
}

interface Index {
  readonly rooms: ReadonlyMap<RoomId, readonly Placement[]>
  readonly starts: ReadonlyMap<Instant, Start>
}

const indexOf = (placements: Iterable<Placement>): Index => {
  const rooms = new Map<RoomId, Placement[]>()
  const starts = new Map<Instant, Start>()
  for (const placement of placements) {
    const room = rooms.get(placement.roomId)
    if (room === undefined) rooms.set(placement.roomId, [placement])
    else room.push(placement)
    const start = starts.get(placement.start)
    if (start === undefined) {
      starts.set(placement.start, { at: placement.start, end: placement.end, placements: [placement] })
    } else {
      start.end = Math.max(start.end, placement.end)
      start.placements.push(placement)
    }
  }
  return { rooms, starts }
}

const searchStarts = ({ starts }: Index, interval: Interval): Placement[] => {
  const found: Placement[] = []
  for (const start of starts.values()) {
    if (start.at >= interval.end || start.end <= interval.start) continue
    for (const placement of start.placements) if (overlap(placement, interval)) found.push(placement)
  }
  return found
}

/** Each interval is searched once. */
const remembering = (search: (interval: Interval) => readonly Placement[]): Occupancy['during'] => {
  const asked = new Map<Instant, Map<Instant, readonly Placement[]>>()
  return (interval) => {
    let byEnd = asked.get(interval.start)
    if (byEnd === undefined) {
      byEnd = new Map()
      asked.set(interval.start, byEnd)
    }
    let found = byEnd.get(interval.end)
    if (found === undefined) {
      found = search(interval)
      byEnd.set(interval.end, found)
    }
    return found
  }
}

/** Most often they are in order as they were found, since sessions start together. */
const byStart = (placements: Placement[]): readonly Placement[] => {
  let last = Number.NEGATIVE_INFINITY
  for (const { start } of placements) {
    if (start < last) return placements.sort((a, b) => a.start - b.start)
    last = start
  }
  return placements
}

/** @param patience so many questions are answered by looking through before it is indexed */
const occupancyAmong = (placements: Board['placements'], patience: number): Occupancy => {
  let questions = 0
  let index: Index | null = null
  const indexed = (): Index | null => {
    questions += 1
    if (index === null && questions > patience) index = indexOf(placements.values())
    return index
  }
  const lookThrough = (isWanted: (placement: Placement) => boolean): Placement[] => {
    const found: Placement[] = []
    for (const placement of placements.values()) if (isWanted(placement)) found.push(placement)
    return found
  }
  return {
    inRoom: (roomId) => {
      const known = indexed()
      return known === null
        ? lookThrough((placement) => placement.roomId === roomId)
        : (known.rooms.get(roomId) ?? none)
    },
    during: remembering((interval) => {
      const known = indexed()
      return byStart(
        known === null ? lookThrough((placement) => overlap(placement, interval)) : searchStarts(known, interval),
      )
    }),
  }
}

const knownBases = new WeakMap<Board['placements'], Occupancy>()

/** What many versions have in common, so that it is indexed at once; and so few that they may wait to be collected. */
const occupancyOfBase = (base: Board['placements']): Occupancy => {
  let found = knownBases.get(base)
  if (found === undefined) {
    found = occupancyAmong(base, 0)
    knownBases.set(base, found)
  }
  return found
}

/** Most is known of what was changed; only the changes are looked through. */
const occupancyAfter = ({ base, gone, added }: ChangedMap<SessionId, Placement>): Occupancy => {
  const before = occupancyOfBase(base)
  /** Null where it is what was found before. */
  const changed = (found: readonly Placement[], isWanted: (placement: Placement) => boolean): Placement[] | null => {
    let after = gone.size === 0 ? null : found.filter(({ sessionId }) => !gone.has(sessionId))
    added.forEach((placement) => {
      if (!isWanted(placement)) return
      after ??= [...found]
      after.push(placement)
    })
    return after
  }
  return {
    inRoom: (roomId) => {
      const found = before.inRoom(roomId)
      return changed(found, (placement) => placement.roomId === roomId) ?? found
    },
    during: remembering((interval) => {
      const found = before.during(interval)
      const after = changed(found, (placement) => overlap(placement, interval))
      return after === null ? found : byStart(after)
    }),
  }
}

/** A claim asks a board three times, and makes the next one. */
const questionsOfClaim = 3

/** Boards share their placements until one changes: each such version is indexed once, when it is asked for more. */
const known = recently(
  (placements: Board['placements']): Occupancy =>
    placements instanceof ChangedMap ? occupancyAfter(placements) : occupancyAmong(placements, questionsOfClaim),
)

/** The index of a board's placements; the same one for every board that shares them. */
export const occupancyOf = ({ placements }: Pick<Board, 'placements'>): Occupancy => known(placements)

interface FreeRooms {
  readonly rooms: Board['rooms']
  readonly cells: Board['cells']
  readonly bySlot: Map<Slot, ReadonlySet<RoomId>>
}

const knownFree = recently((_: Board['placements']): { last: FreeRooms | null } => ({ last: null }))

const searchFree = (board: Board, slot: Slot): ReadonlySet<RoomId> => {
  const held = new Set(
    occupancyOf(board)
      .during(slot)
      .map(({ roomId }) => roomId),
  )
  const free = [...board.rooms.values()].filter(
    ({ id, kind }) => kind !== 'continuous' && !held.has(id) && !board.cells.has(cellKey(id, slot.id)),
  )
  return new Set(free.map(({ id }) => id))
}

/** The rooms whose cell of an open slot is free for anyone: not held, not closed and reserved for nobody. */
export const freeRoomsIn = (board: Board, slot: Slot): ReadonlySet<RoomId> => {
  const kept = knownFree(board.placements)
  if (kept.last?.rooms !== board.rooms || kept.last.cells !== board.cells) {
    kept.last = { rooms: board.rooms, cells: board.cells, bySlot: new Map() }
  }
  const free = kept.last
  let found = free.bySlot.get(slot)
  if (found === undefined) {
    found = searchFree(board, slot)
    free.bySlot.set(slot, found)
  }
  return found
}
