import type { Refusal, RuleId } from '../../shared/refusals.ts'

/** What only those who may carry a card are told of it: when its hosts are away, and what else its audience likes. */
const ofItsCarriers: ReadonlySet<RuleId> = new Set(['host-available', 'audience-torn'])

/**
 * A refusal as its sender may read it (I11): whoever tries somebody else's card cell by cell must not learn from the
 * findings what they would not be told by asking.
 */
export const withoutPrivate = (refusal: Refusal): Refusal => {
  const isStranger = refusal.findings.some(({ rule, level }) => rule === 'actor-may' && level === 'block')
  if (!isStranger) return refusal
  return { ...refusal, findings: refusal.findings.filter(({ rule }) => !ofItsCarriers.has(rule)) }
}
