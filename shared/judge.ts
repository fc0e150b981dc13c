import type { Board, Room, Session } from './board.ts'
import type { CellRef, SlotId } from './ids.ts'
import type { Finding } from './refusals.ts'
import { rules } from './rules/all.ts'
import type { Attempt, Place } from './rules/rule.ts'
import { slotRun } from './slots.ts'

/** Everything the rules say of an attempt, blocks first. */
export const judge = (attempt: Attempt): readonly Finding[] => {
  const blocks: Finding[] = []
  const hints: Finding[] = []
  for (const rule of rules) {
    for (const facts of rule.check(attempt)) {
      const into = rule.level === 'block' ? blocks : hints
      into.push({ rule: rule.id, level: rule.level, facts })
    }
  }
  return [...blocks, ...hints]
}

export const isBlocked = (findings: readonly Finding[]): boolean => findings[0]?.level === 'block'

/** Where a session of this length would be in a room from a slot on; null where the slot does not exist. */
export const placeAt = (board: Board, room: Room, slotId: SlotId, length: number): Place | null => {
  const slot = board.slots.get(slotId)
  if (slot === undefined) return null
  const run = slotRun(board, slotId, length)
  const slots = run ?? [slot]
  return { room, slots, start: slot.start, end: slots.at(-1)?.end ?? slot.end, fits: run !== null }
}

/** The attempt to put a session in a cell; null where room or slot does not exist. */
export const placing = (
  base: Pick<Attempt, 'board' | 'context'>,
  session: Session,
  { roomId, slotId }: CellRef,
): Attempt | null => {
  const room = base.board.rooms.get(roomId)
  const place = room === undefined ? null : placeAt(base.board, room, slotId, session.length)
  if (place === null) return null
  return { ...base, action: 'place', session, before: base.board.sessions.get(session.id) ?? null, place }
}
