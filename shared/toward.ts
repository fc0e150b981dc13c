import type { Board, Room, RuleSettings, Session, Slot } from './board.ts'
import type { BoardEvent } from './events.ts'
import { ruleIds } from './refusals.ts'
import { levelOf } from './rules/defaults.ts'
import { sameValue } from './same-value.ts'
import { type Slice, sliceAt } from './slices.ts'
import { unreachable } from './unreachable.ts'

/** The fields of a wanted value that are otherwise now. */
const fieldsToward = <T extends object>(present: T, wanted: T): Partial<T> => {
  const changes: Partial<T> = { ...wanted }
  for (const key of Object.keys(wanted) as (keyof T)[]) if (sameValue(present[key], wanted[key])) delete changes[key]
  return changes
}

const isEmpty = (changes: object): boolean => Object.keys(changes).length === 0

const sessionToward = (present: Session | null, wanted: Session | null): readonly BoardEvent[] => {
  if (wanted === null) return present === null ? [] : [{ type: 'session-withdrawn', sessionId: present.id }]
  if (present === null) return [{ type: 'session-restored', session: wanted }]
  const sessionId = wanted.id
  const { id: _id, locked, merged, proposedAt: _at, repeatOf: _of, ...changes } = fieldsToward(present, wanted)
  const events: BoardEvent[] = []
  if (!isEmpty(changes)) events.push({ type: 'session-edited', sessionId, changes })
  if (locked !== undefined) events.push({ type: locked ? 'session-locked' : 'session-unlocked', sessionId })
  if (merged === null) events.push({ type: 'session-unmerged', sessionId })
  else if (merged !== undefined) events.push({ type: 'session-merged', sessionId, merged })
  return events
}

const roomToward = (present: Room | null, wanted: Room | null): readonly BoardEvent[] => {
  if (wanted === null) return present === null ? [] : [{ type: 'room-removed', roomId: present.id }]
  if (present === null) return [{ type: 'room-added', room: wanted }]
  const { id: _id, ...changes } = fieldsToward(present, wanted)
  return isEmpty(changes) ? [] : [{ type: 'room-edited', roomId: wanted.id, changes }]
}

const slotToward = (present: Slot | null, wanted: Slot | null): readonly BoardEvent[] => {
  if (wanted === null) return present === null ? [] : [{ type: 'slot-removed', slotId: present.id }]
  if (present === null) return [{ type: 'slot-added', slot: wanted }]
  const { id: _id, ...changes } = fieldsToward(present, wanted)
  return isEmpty(changes) ? [] : [{ type: 'slot-edited', slotId: wanted.id, changes }]
}

/** A level that nobody had chosen is the mode's own again. */
const rulesToward = (board: Board, wanted: RuleSettings): readonly BoardEvent[] => {
  const { levels, ...figures } = wanted
  const then = { ...board, rules: wanted }
  const { levels: present, ...now } = board.rules
  const changes = fieldsToward(now, figures)
  return [
    ...ruleIds.flatMap((rule): readonly BoardEvent[] => {
      const level = levels[rule]
      if (level === present[rule]) return []
      return level === undefined
        ? [{ type: 'rule-set', rule, level: levelOf(then, rule), usual: true }]
        : [{ type: 'rule-set', rule, level }]
    }),
    ...(isEmpty(changes) ? [] : [{ type: 'figures-set', changes } as const]),
  ]
}

/** Events that make one thing of the board have that value; none where it has it. */
export const eventsToward = (board: Board, slice: Slice): readonly BoardEvent[] => {
  const present = sliceAt(board, slice).value
  if (sameValue(present, slice.value)) return []
  switch (slice.type) {
    case 'session':
      return sessionToward(board.sessions.get(slice.id) ?? null, slice.value)
    case 'placement': {
      const sessionId = slice.id
      if (slice.value === null) return [{ type: 'session-released', sessionId }]
      return [{ type: 'session-placed', sessionId, roomId: slice.value.roomId, slotIds: slice.value.slotIds }]
    }
    case 'offer':
      return slice.value === null
        ? [{ type: 'offer-ended', offerId: slice.id, how: 'withdrawn' }]
        : [{ type: 'offer-made', offer: slice.value }]
    case 'room':
      return roomToward(board.rooms.get(slice.id) ?? null, slice.value)
    case 'room-order':
      return [{ type: 'rooms-ordered', roomIds: slice.value }]
    case 'slot':
      return slotToward(board.slots.get(slice.id) ?? null, slice.value)
    case 'day':
      return [{ type: 'day-labelled', date: slice.date, label: slice.value }]
    case 'cell':
      return [{ type: 'cells-set', cells: [slice.cell], use: slice.value }]
    case 'collective': {
      if (slice.value === null) return [{ type: 'collective-removed', collectiveId: slice.id }]
      const now = board.collectives.get(slice.id)
      if (now === undefined) return [{ type: 'collective-added', collective: slice.value }]
      const { id: _id, ...changes } = fieldsToward(now, slice.value)
      return [{ type: 'collective-edited', collectiveId: slice.id, changes }]
    }
    case 'door':
      return [{ type: 'door-set', door: slice.door, state: slice.value }]
    case 'frame':
      return [{ type: 'forum-framed', changes: fieldsToward(board.frame, slice.value) }]
    case 'rules':
      return rulesToward(board, slice.value)
    default:
      return unreachable(slice)
  }
}

/** Each finds what it needs: a place its slots, an offer its sessions; all leave before anybody arrives. */
const turnOf = (slice: Slice): number => {
  switch (slice.type) {
    case 'placement':
      return slice.value === null ? 3 : 5
    case 'session':
      // What goes into another comes after it: both may come back, or change places.
      return slice.value?.merged == null ? 4 : 4.5
    case 'room':
    case 'slot':
    case 'collective':
      return slice.value === null ? 6 : 0
    case 'room-order':
      return 1
    case 'cell':
      return 2
    case 'offer':
      return 7
    default:
      return 0
  }
}

/** Cells that become the same are set by one event. */
const joined = (events: readonly BoardEvent[]): readonly BoardEvent[] => {
  const together: BoardEvent[] = []
  for (const event of events) {
    const last = together.at(-1)
    if (event.type !== 'cells-set' || last?.type !== 'cells-set' || !sameValue(last.use, event.use))
      together.push(event)
    else together[together.length - 1] = { ...last, cells: [...last.cells, ...event.cells] }
  }
  return together
}

/** Events that make all of these things have their values, in an order in which each finds what it needs. */
export const allToward = (board: Board, slices: readonly Slice[]): readonly BoardEvent[] =>
  joined([...slices].sort((a, b) => turnOf(a) - turnOf(b)).flatMap((slice) => eventsToward(board, slice)))
