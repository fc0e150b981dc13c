import type { Board, Session } from '../board.ts'
import type { Actor, Context } from '../context.ts'
import type { PersonId } from '../ids.ts'
import { judge, refusing } from '../judge.ts'
import { speaksFor } from '../offers.ts'
import { type Finding, levels, type Refusal } from '../refusals.ts'
import type { Attempt } from '../rules/rule.ts'
import { hostsOf } from '../together.ts'

const asParticipant = (personId: PersonId): Actor => ({ personId, role: 'participant' })

/**
 * In whose name a session moves by consent: who acts, where they speak for it; else who made the offer, where they host
 * it; else any of its hosts. Never empty: for a session without hosts it is the team.
 */
export const speakersOf = (
  board: Board,
  session: Session,
  context: Context,
  by: PersonId = context.actor.personId,
): readonly Actor[] => {
  const hosts = hostsOf(board, session)
  if (speaksFor(board, session, context.actor)) return [context.actor]
  if (hosts.length === 0) return [{ personId: by, role: 'facilitator' }]
  return hosts.includes(by) ? [asParticipant(by)] : hosts.map(asParticipant)
}

/** "You" is said to the one who was judged: told to somebody else it is another person, of whom nothing is named. */
const asOfAnother = (finding: Finding): Finding =>
  finding.facts.kind === 'you' ? { ...finding, facts: { ...finding.facts, kind: 'other' } } : finding

/** Of a card that is not theirs to carry nobody learns who is away, only that somebody is busy, and no word of its audience. */
const ofAnothersCard = (finding: Finding): readonly Finding[] => {
  if (finding.rule === 'host-available') return [{ ...finding, rule: 'host-free' }]
  return finding.rule === 'audience-torn' && finding.level === 'hint' ? [] : [finding]
}

const toldTo = ({ actor }: Context, judged: Actor, findings: readonly Finding[]): readonly Finding[] => {
  if (judged.personId === actor.personId) return findings
  const told = findings.map(asOfAnother)
  return actor.role === 'facilitator' ? told : told.flatMap(ofAnothersCard)
}

/** What stands against an attempt in the name of the first of these whom nothing refuses, or else of the first. */
export const judgedAs = (
  actors: readonly Actor[],
  context: Context,
  attempt: (context: Context) => Attempt,
): readonly Finding[] => {
  let first: readonly Finding[] | null = null
  for (const actor of actors) {
    const findings = toldTo(context, actor, judge(attempt({ ...context, actor })))
    if (refusing(findings, context) === undefined) return findings
    first ??= findings
  }
  return first ?? []
}

/** Findings of several attempts as one answer: each once, worst first. */
export const together = (all: readonly (readonly Finding[])[]): readonly Finding[] => {
  const byWords = new Map(all.flat().map((finding) => [JSON.stringify(finding), finding]))
  return [...byWords.values()].sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
}

/** A refusal that no other cell would mend. */
export const refusalBy = (worst: Finding, findings: readonly Finding[]): Refusal => ({
  code: worst.rule,
  facts: {},
  findings,
  alternatives: [],
})

/** Whether somebody who does not speak for a session may still act on it: where the forum does not ask who hosts (B5). */
const mayAnyway = (board: Board, session: Session, context: Context): boolean => {
  const stranger: Context = { ...context, actor: asParticipant(context.actor.personId) }
  const findings = judge({ board, context: stranger, action: 'edit', session, before: session, place: null })
  return refusing(findings, context) === undefined
}

/** Whether who acts may agree in a session's name. */
export const mayAgree = (board: Board, session: Session, context: Context): boolean =>
  speaksFor(board, session, context.actor) || mayAnyway(board, session, context)
