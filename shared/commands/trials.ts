import type { Actor, Context } from '../context.ts'
import { accept, type Decision, unlessBlocked } from '../decision.ts'
import type { BoardEvent } from '../events.ts'
import { refusing } from '../judge.ts'
import type { Finding } from '../refusals.ts'
import type { Attempt } from '../rules/rule.ts'
import { judgedAs, refusalBy, together } from './consent.ts'

/** One of several things that are tried as one. */
export interface Trial {
  readonly attempt: Attempt
  /** In whose name, where it is not who acts: by their consent. */
  readonly speakers?: readonly Actor[]
}

const decided = ({ attempt, speakers }: Trial, context: Context): Decision => {
  if (speakers === undefined) return unlessBlocked(attempt, [])
  const findings = judgedAs(speakers, context, (as) => ({ ...attempt, context: as }))
  const worst = refusing(findings, context)
  return worst === undefined ? accept([], findings) : { type: 'refused', refusal: refusalBy(worst, findings) }
}

/** `events` happen, as one, where the rules allow all that is tried; else the first refusal. */
export const unlessOneIsBlocked = (
  trials: readonly Trial[],
  events: readonly BoardEvent[],
  context: Context,
): Decision => {
  const findings: (readonly Finding[])[] = []
  for (const trial of trials) {
    const decision = decided(trial, context)
    if (decision.type === 'refused') return decision
    findings.push(decision.findings)
  }
  return accept(events, together(findings))
}
