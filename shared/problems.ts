import { alternatives } from './alternatives.ts'
import type { Board, Session } from './board.ts'
import { consider } from './consider.ts'
import type { Context } from './context.ts'
import type { CellRef, SessionId } from './ids.ts'
import { judge, standing } from './judge.ts'
import { limits } from './limits.ts'
import { type Finding, levels, type RuleId } from './refusals.ts'
import { rules } from './rules/all.ts'
import type { Attempt } from './rules/rule.ts'
import type { Instant } from './time.ts'

const standingIn = (board: Board, context: Context): readonly (readonly [SessionId, Attempt])[] => {
  const found: (readonly [SessionId, Attempt])[] = []
  for (const id of board.placements.keys()) {
    const session = board.sessions.get(id)
    const attempt = session === undefined ? null : standing({ board, context }, session)
    if (attempt !== null) found.push([id, attempt])
  }
  return found
}

/**
 * Everything that stands against a rule now, by session: the most serious first, then in time order. Of each, worst
 * first. Nobody's act is judged: what is on the board may have been put there with a reason, or before a rule was set.
 */
export const problems = (board: Board, context: Context): ReadonlyMap<SessionId, readonly Finding[]> => {
  const found: { id: SessionId; findings: readonly Finding[]; level: number; start: Instant }[] = []
  for (const [id, attempt] of standingIn(board, context)) {
    const findings = judge(attempt)
    const worst = findings[0]
    if (worst === undefined) continue
    found.push({ id, findings, level: levels.indexOf(worst.level), start: attempt.place?.start ?? 0 })
  }
  return new Map(found.sort((a, b) => a.level - b.level || a.start - b.start).map(({ id, findings }) => [id, findings]))
}

/**
 * Whom each rule would speak of now if it were not off: for who sets its level. Every rule is in it. Rules about acts
 * (who may, doors, locks, what has begun, the late pool) have nobody, since nobody does anything.
 */
export const affected = (board: Board, context: Context): ReadonlyMap<RuleId, readonly SessionId[]> => {
  const attempts = standingIn(board, context)
  return new Map(
    rules.map((rule) => [rule.id, attempts.filter(([, attempt]) => rule.check(attempt).length > 0).map(([id]) => id)]),
  )
}

/** Rules that a move does not help against: somebody hosts too much wherever it is. */
const helpedByNoMove: ReadonlySet<RuleId> = new Set(['own-limit'])

/** How bad a place is: how many blocks, then how many that need a reason, then how many hints. */
const weightOf = (findings: readonly Finding[]): number => {
  const count = (wanted: Finding['level']): number => findings.filter(({ level }) => level === wanted).length
  return 1e6 * count('block') + 1e3 * count('needs-reason') + count('hint')
}

/** Among so many of the best cells those are looked for that are better than where it is. */
const looked = 4 * limits.alternatives

/**
 * Up to three cells that mend what stands against a session, best first (see `alternatives`), each better than where it
 * is. None where no move helps.
 */
export const mendings = (board: Board, session: Session, context: Context): readonly CellRef[] => {
  const attempt = standing({ board, context }, session)
  const slotId = attempt?.place?.slots[0]?.id
  if (attempt?.place == null || slotId === undefined) return []
  const here = weightOf(judge(attempt).filter(({ rule }) => !helpedByNoMove.has(rule)))
  if (here === 0) return []
  return alternatives(board, session, { roomId: attempt.place.room.id, slotId }, context, looked)
    .filter((cell) => weightOf(consider(board, session, cell, context)) < here)
    .slice(0, limits.alternatives)
}
