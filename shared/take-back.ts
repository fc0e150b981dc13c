import type { Board, Offer, Placement, RuleSettings } from './board.ts'
import type { SessionId } from './ids.ts'
import { sameValue } from './same-value.ts'
import { type Slice, sliceAt } from './slices.ts'
import type { Instant } from './time.ts'
import { insideOf } from './together.ts'
import type { Change } from './undoable.ts'

/** Undoes only the fields that were changed; null where one of them was changed again since. */
const fieldsBack = <T extends object>(before: T, after: T, present: T): T | null => {
  const value = { ...present }
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof T & string>) {
    if (sameValue(before[key], after[key])) continue
    if (!sameValue(present[key], after[key])) return null
    if (key in before) value[key] = before[key]
    else delete value[key]
  }
  return value
}

/** As `fieldsBack`, where each of the three may be missing. `after` is a slice of the same thing. */
const recordBack = <T extends object>(before: T | null, present: T | null, after: Slice): T | null | 'built-upon' => {
  const value = after.value as T | null
  if (before !== null && value !== null && present !== null) return fieldsBack(before, value, present) ?? 'built-upon'
  return sameValue(present, value) ? before : 'built-upon'
}

const rulesBack = (before: RuleSettings, after: RuleSettings, present: RuleSettings): RuleSettings | null => {
  const levels = fieldsBack(before.levels, after.levels, present.levels)
  if (levels === null) return null
  return fieldsBack({ ...before, levels }, { ...after, levels }, { ...present, levels })
}

/** When its slot moves, a session follows: that is no move of its own. */
const isSamePlace = (a: Placement | null, b: Placement | null): boolean =>
  a === null || b === null ? a === b : a.roomId === b.roomId && a.since === b.since && sameValue(a.slotIds, b.slotIds)

/** Rooms that came or went since have not built on an order. */
const isSameOrder = (a: readonly string[], b: readonly string[]): boolean =>
  sameValue(
    a.filter((id) => b.includes(id)),
    b.filter((id) => a.includes(id)),
  )

/** When an action was, and when it is undone; and which sessions that brings back. */
interface When {
  readonly at: Instant
  readonly now: Instant
  readonly returning: ReadonlySet<SessionId>
}

/**
 * Whether an offer that ended by the action can be open again: it has time left, both are there, nobody moved since, and
 * none replaced it.
 */
const isOpenAgain = (board: Board, { fromId, toId, expiresAt }: Offer, { at, now, returning }: When): boolean => {
  const isReplaced = [...board.offers.values()].some(
    (other) => [other.fromId, other.toId].includes(fromId) && [other.fromId, other.toId].includes(toId),
  )
  const hasMoved = [fromId, toId].some((id) => (board.placements.get(id)?.since ?? at) > at)
  const areThere = [fromId, toId].every((id) => board.sessions.has(id) || returning.has(id))
  return expiresAt > now && areThere && !isReplaced && !hasMoved
}

/** An offer that ended by itself needs no taking back, and one that would be over does not come back. */
const offerBack = (board: Board, before: Offer | null, after: Offer | null, present: Offer | null, when: When) => {
  if (present === null && after !== null && after.expiresAt <= when.now) return null
  if (!sameValue(present, after)) return 'built-upon'
  return before !== null && present === null && !isOpenAgain(board, before, when) ? null : before
}

/**
 * The value that one thing has when a change of it is undone; null where others have built on the change. Field by field:
 * a title can be undone while somebody else has changed the tags.
 */
export const takenBack = (board: Board, { before, after }: Change, when: When): Slice | null => {
  const present = sliceAt(board, after)
  switch (before.type) {
    case 'session': {
      const value = recordBack(before.value, board.sessions.get(before.id) ?? null, after)
      const carries = value === null && insideOf(board, before.id).length > 0
      return value === 'built-upon' || carries ? null : { ...before, value }
    }
    case 'room': {
      const value = recordBack(before.value, board.rooms.get(before.id) ?? null, after)
      return value === 'built-upon' ? null : { ...before, value }
    }
    case 'slot': {
      const value = recordBack(before.value, board.slots.get(before.id) ?? null, after)
      return value === 'built-upon' ? null : { ...before, value }
    }
    case 'collective': {
      const value = recordBack(before.value, board.collectives.get(before.id) ?? null, after)
      return value === 'built-upon' ? null : { ...before, value }
    }
    case 'frame': {
      const value = after.type === 'frame' ? fieldsBack(before.value, after.value, board.frame) : null
      return value === null ? null : { ...before, value }
    }
    case 'rules': {
      const value = after.type === 'rules' ? rulesBack(before.value, after.value, board.rules) : null
      return value === null ? null : { ...before, value }
    }
    case 'placement': {
      const value = after.type === 'placement' ? after.value : null
      return isSamePlace(board.placements.get(before.id) ?? null, value) ? before : null
    }
    case 'offer': {
      const value = after.type === 'offer' ? after.value : null
      const back = offerBack(board, before.value, value, board.offers.get(before.id) ?? null, when)
      return back === 'built-upon' ? null : { ...before, value: back }
    }
    case 'room-order':
      return after.type === 'room-order' && isSameOrder([...board.rooms.keys()], after.value) ? before : null
    default:
      return sameValue(present.value, after.value) ? before : null
  }
}
