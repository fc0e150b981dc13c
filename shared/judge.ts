import type { Board, Mode, Placement, Room, RuleSettings, Session } from './board.ts'
import type { Context } from './context.ts'
import type { CellRef, SlotId } from './ids.ts'
import { type Finding, levels } from './refusals.ts'
import { rules } from './rules/all.ts'
import { levelOf, levelOfFacts } from './rules/defaults.ts'
import type { Attempt, Place, Rule } from './rules/rule.ts'
import { isRun, slotRun } from './slots.ts'

/** The rules that a board asks, by its settings and its mode: worked out once for each. */
const asked = new WeakMap<RuleSettings, Map<Mode, readonly Rule[]>>()

/** Some rules have facts that speak whatever the team chose: they are asked even where they are off. */
const isAsked = (board: Board, rule: Rule): boolean =>
  rule.isFixed !== undefined || rule.levelFor !== undefined || levelOf(board, rule.id) !== 'off'

const askedOn = (board: Board): readonly Rule[] => {
  let byMode = asked.get(board.rules)
  if (byMode === undefined) {
    byMode = new Map()
    asked.set(board.rules, byMode)
  }
  let found = byMode.get(board.frame.mode)
  if (found === undefined) {
    found = rules.filter((rule) => isAsked(board, rule))
    byMode.set(board.frame.mode, found)
  }
  return found
}

const none: readonly Finding[] = []

/** Everything the rules say of an attempt: blocks, then what needs a reason, then hints; among them in the rules' order. */
export const judge = (attempt: Attempt): readonly Finding[] => {
  const findings: Finding[] = []
  for (const rule of askedOn(attempt.board)) {
    for (const facts of rule.check(attempt)) {
      const level = levelOfFacts(attempt.board, rule, facts)
      if (level !== 'off') findings.push({ rule: rule.id, level, facts })
    }
  }
  if (findings.length === 0) return none
  // Sorting keeps the rules' order among findings of one level.
  return findings.length === 1 ? findings : findings.sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
}

/** Whether nothing helps: a rule refuses it, whatever the reason. */
export const isBlocked = (findings: readonly Finding[]): boolean => findings[0]?.level === 'block'

/** The worst finding that refuses: a block, or one that needs a reason while none is given. Findings are worst first. */
export const refusing = (findings: readonly Finding[], { reason }: Pick<Context, 'reason'>): Finding | undefined => {
  const worst = findings[0]
  return worst?.level === 'block' || (worst?.level === 'needs-reason' && reason === undefined) ? worst : undefined
}

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

/** The place that a placed session has now: it fits while its slots still are what a claim would take. */
export const placeOf = (board: Board, session: Session, placement: Placement): Place | null => {
  const room = board.rooms.get(placement.roomId)
  if (room === undefined) return null
  const slots = placement.slotIds.flatMap((id) => board.slots.get(id) ?? [])
  const fits = slots.length === session.length && (slots.length === 1 || isRun(board, placement))
  return { room, slots, start: placement.start, end: placement.end, fits }
}

/** What is on the board already, as an attempt of nobody's; null where the session has no place. */
export const standing = (base: Pick<Attempt, 'board' | 'context'>, session: Session): Attempt | null => {
  const placement = base.board.placements.get(session.id)
  const place = placement === undefined ? null : placeOf(base.board, session, placement)
  return place === null ? null : { ...base, action: 'stand', session, before: session, place }
}
