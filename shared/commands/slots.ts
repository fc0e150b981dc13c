import type { Board, Placement, Slot } from '../board.ts'
import type { Context } from '../context.ts'
import { byTeam, type Decision, refuse } from '../decision.ts'
import type { BoardEvent } from '../events.ts'
import { evolve } from '../evolve.ts'
import { refusing } from '../judge.ts'
import { limits } from '../limits.ts'
import type { Finding } from '../refusals.ts'
import { levelOf } from '../rules/defaults.ts'
import { shareHosts } from '../rules/host-free.ts'
import { isRun } from '../slots.ts'
import { HOUR, type Interval, type LocalDate, type LocalTime, overlap } from '../time.ts'
import { cleanLine } from '../words.ts'
import { addDays, instantOf, localTime } from '../zone.ts'
import type { AddSlot, EditSlot, LabelDay, RemoveSlot } from './venue.schema.ts'

const LONGEST = 16 * HOUR

/** A slot of a day as instants; an end not after its start is meant on the next day. Null where that is over 16 hours. */
export const intervalOf = (date: LocalDate, start: LocalTime, end: LocalTime, timeZone: string): Interval | null => {
  const from = instantOf(date, start, timeZone)
  const same = instantOf(date, end, timeZone)
  const to = same > from ? same : instantOf(addDays(date, 1), end, timeZone)
  return start === end || to - from > LONGEST ? null : { start: from, end: to }
}

/** Days that the calendar has, of years that have four digits on both sides of midnight. */
const isDate = (date: LocalDate): boolean => addDays(date, 0) === date && !date.startsWith('9999')

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

/** Those that the changed slot makes overlap and that did not before. */
const newOverlaps = (before: Board, after: Board, slotId: string): readonly (readonly [Placement, Placement])[] => {
  const isOld = (one: Placement, other: Placement): boolean => {
    const was = before.placements.get(one.sessionId)
    const otherWas = before.placements.get(other.sessionId)
    return was !== undefined && otherWas !== undefined && overlap(was, otherWas)
  }
  return placementsIn(after, slotId).flatMap((one) =>
    [...after.placements.values()]
      .filter((other) => other.sessionId !== one.sessionId && overlap(one, other) && !isOld(one, other))
      .map((other) => [one, other] as const),
  )
}

/** A room never holds two sessions; who hosts does as far as the forum's own level of that rule lets them (B2). */
const clashAfter = (before: Board, after: Board, slotId: string, context: Context): Decision | null => {
  const overlaps = newOverlaps(before, after, slotId)
  if (overlaps.some(([one, other]) => one.roomId === other.roomId)) return refuse('still-used')
  const level = levelOf(before, 'host-free')
  if (level === 'off' || !overlaps.some(([one, other]) => shareHosts(after, one, other))) return null
  const finding: Finding = { rule: 'host-free', level, facts: { kind: 'other' } }
  if (refusing([finding], context) === undefined) return null
  return level === 'block'
    ? refuse('still-used')
    : { type: 'refused', refusal: { code: finding.rule, facts: {}, findings: [finding], alternatives: [] } }
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
  const clash = tearsRun(board, after) ? refuse('still-used') : clashAfter(board, after, slot.id, context)
  return clash ?? byTeam(board, context, [{ type: 'slot-edited', slotId: slot.id, changes }])
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
