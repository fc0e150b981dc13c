import type { Board, Slot } from '../board.ts'
import { cellKey, type RoomId } from '../ids.ts'
import { freeRoomsIn, occupancyOf } from '../occupancy.ts'
import { type Instant, overlap } from '../time.ts'
import { instantOf, localTime } from '../zone.ts'
import { type Attempt, isTeam, nothing, type Place, type Rule } from './rule.ts'

/** Wall clocks are slow to read, and the hours of a board's slots are few. */
const known = new WeakMap<Board['slots'], Map<string, Instant>>()

/** Until when the cells of a slot are kept: an hour of its own day, and no longer than until it begins. */
export const keptUntil = ({ slots, rules, frame }: Board, slot: Slot): Instant => {
  if (rules.lateUntil === null) return slot.start
  let hours = known.get(slots)
  if (hours === undefined) {
    hours = new Map()
    known.set(slots, hours)
  }
  const key = `${slot.date} ${rules.lateUntil} ${frame.timeZone}`
  let until = hours.get(key)
  if (until === undefined) {
    until = instantOf(slot.date, rules.lateUntil, frame.timeZone)
    hours.set(key, until)
  }
  return Math.min(until, slot.start)
}

/** Whether the session frees a cell of the slot by leaving where it is: moving within a slot takes nothing from it. */
const givesBack = ({ board, session }: Attempt, place: Place, slot: Slot): boolean => {
  const present = board.placements.get(session?.id ?? '')
  if (present === undefined || present.roomId === place.room.id || !overlap(present, slot)) return false
  const isShared = occupancyOf(board)
    .inRoom(present.roomId)
    .some((other) => other !== present && overlap(other, slot))
  const isCell = board.rooms.get(present.roomId)?.kind !== 'continuous'
  return isCell && !isShared && !board.cells.has(cellKey(present.roomId, slot.id))
}

/** The rooms that are free in a slot; what another leaves in the same step for the one who comes is not taken from the pool. */
const freeIn = ({ board, origin = board }: Attempt, slot: Slot): ReadonlySet<RoomId> => freeRoomsIn(origin, slot)

/** B16: until its hour, a claim leaves as many free open cells in every slot that it touches as the team keeps for late arrivals. */
export const latePool: Rule = {
  id: 'late-pool',
  number: 'B16',
  check: (attempt) => {
    const { board, context, action, place } = attempt
    const { lateCells } = board.rules
    if (lateCells === 0 || action !== 'place' || place === null || isTeam(attempt)) return nothing
    for (const slot of board.slots.values()) {
      if (slot.kind !== 'open' || !overlap(slot, place) || context.now >= keptUntil(board, slot)) continue
      const free = freeIn(attempt, slot)
      if (free.size > lateCells || !free.has(place.room.id) || givesBack(attempt, place, slot)) continue
      const { timeZone } = board.frame
      return [{ start: slot.start, until: keptUntil(board, slot), zone: timeZone, kept: lateCells }]
    }
    return nothing
  },
  sentence: {
    fr: ({ start, until, zone, kept }) => {
      const from = localTime(Number(start), String(zone))
      const cells = kept === 1 ? 'la dernière case libre est gardée' : 'les dernières cases libres sont gardées'
      return `À ${from}, ${cells} jusqu’à ${localTime(Number(until), String(zone))} pour les sujets de dernière minute.`
    },
    en: ({ start, until, zone, kept }) => {
      const from = localTime(Number(start), String(zone))
      const cells = kept === 1 ? 'the last free cell is kept' : 'the last free cells are kept'
      return `At ${from}, ${cells} until ${localTime(Number(until), String(zone))} for late sessions.`
    },
  },
}
