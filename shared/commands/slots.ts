import type { Board, Placement, Slot } from '../board.ts'
import type { Context } from '../context.ts'
import { byTeam, type Decision, refuse } from '../decision.ts'
import type { BoardEvent } from '../events.ts'
import { evolve } from '../evolve.ts'
import { limits } from '../limits.ts'
import { isRun } from '../slots.ts'
import { HOUR, type Interval, type LocalDate, type LocalTime, overlap } from '../time.ts'
import { cleanLine } from '../words.ts'
import { addDays, instantOf, localTime } from '../zone.ts'
import type { AddSlot, EditSlot, LabelDay, RemoveSlot } from './venue.schema.ts'

const LONGEST = 16 * HOUR

/** A slot of a day as instants; an end not after its start is meant on the next day. Null where that is over 16 hours. */
const intervalOf = (date: LocalDate, start: LocalTime, end: LocalTime, timeZone: string): Interval | null => {
  const from = instantOf(date, start, timeZone)
  const same = instantOf(date, end, timeZone)
  const to = same > from ? same : instantOf(addDays(date, 1), end, timeZone)
  return start === end || to - from > LONGEST ? null : { start: from, end: to }
}

const isDate = (date: LocalDate): boolean => addDays(date, 0) === date

const placementsIn = (board: Board, slotId: string): readonly Placement[] =>
  [...board.placements.values()].filter((placement) => placement.slotIds.includes(slotId))

/** A session of several slots that held together before, and would no longer. */
const tearsRun = (before: Board, after: Board): boolean =>
  [...before.placements.values()].some((placement) => {
    const moved = after.placements.get(placement.sessionId)
    return moved !== undefined && isRun(before, placement) && !isRun(after, moved)
  })

export const decideAddSlot = (board: Board, command: AddSlot, context: Context): Decision => {
  if (board.slots.has(command.slotId)) return refuse('already-exists')
  if (board.slots.size >= limits.slots) return refuse('too-many', { limit: limits.slots })
  const interval = isDate(command.date)
    ? intervalOf(command.date, command.start, command.end, board.frame.timeZone)
    : null
  if (interval === null) return refuse('bad-time')
  const slot: Slot = {
    id: command.slotId,
    kind: command.kind ?? 'open',
    date: command.date,
    label: cleanLine(command.label ?? ''),
    ...interval,
  }
  const added: BoardEvent = { type: 'slot-added', slot }
  if (tearsRun(board, evolve(board, added, context.now))) return refuse('still-used')
  return byTeam(board, context, [added])
}

/** Two placements of one room, or of one host, that a changed slot would make overlap. */
const clashAfter = (board: Board, moved: readonly Placement[]): boolean => {
  const hostsOf = (placement: Placement) => board.sessions.get(placement.sessionId)?.hosts ?? []
  return moved.some((a) =>
    [...board.placements.values()].some((b) => {
      if (a.sessionId === b.sessionId || !overlap(a, b)) return false
      return a.roomId === b.roomId || hostsOf(a).some((host) => hostsOf(b).includes(host))
    }),
  )
}

export const decideEditSlot = (board: Board, command: EditSlot, context: Context): Decision => {
  const slot = board.slots.get(command.slotId)
  if (slot === undefined) return refuse('unknown-slot')
  const zone = board.frame.timeZone
  const start = command.start ?? localTime(slot.start, zone)
  const end = command.end ?? localTime(slot.end, zone)
  const interval = intervalOf(slot.date, start, end, zone)
  if (interval === null) return refuse('bad-time')
  const inside = placementsIn(board, slot.id)
  if (command.kind === 'common' && inside.length > 0) return refuse('still-used')
  const changes = {
    ...interval,
    ...(command.kind === undefined ? {} : { kind: command.kind }),
    ...(command.label === undefined ? {} : { label: cleanLine(command.label) }),
  }
  const after = evolve(board, { type: 'slot-edited', slotId: slot.id, changes }, context.now)
  const moved = placementsIn(after, slot.id)
  if (tearsRun(board, after) || clashAfter(after, moved)) return refuse('still-used')
  return byTeam(board, context, [{ type: 'slot-edited', slotId: slot.id, changes }])
}

export const decideRemoveSlot = (board: Board, command: RemoveSlot, context: Context): Decision => {
  if (!board.slots.has(command.slotId)) return refuse('unknown-slot')
  if (placementsIn(board, command.slotId).length > 0) return refuse('still-used')
  return byTeam(board, context, [{ type: 'slot-removed', slotId: command.slotId }])
}

export const decideLabelDay = (board: Board, command: LabelDay, context: Context): Decision =>
  isDate(command.date)
    ? byTeam(board, context, [{ type: 'day-labelled', date: command.date, label: cleanLine(command.label) }])
    : refuse('bad-time')
