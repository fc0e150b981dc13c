import type { Board, Session } from '../../shared/board.ts'
import type { Torn } from '../../shared/context.ts'
import { type Level, type RuleId, ruleIds } from '../../shared/refusals.ts'
import { defaultLevels } from '../../shared/rules/defaults.ts'
import { type Case, fold, heldTogether, isTeam, parallel, people, whom } from './oracle-case.ts'
import { b2, b5, b17, b18 } from './oracle-hosts.ts'
import { b3, b7, b9, b10, b16, b19 } from './oracle-rooms.ts'

/** One thing that an oracle says, as text, to compare: the rule, and of whom or of what. */
export interface Said {
  readonly rule: RuleId
  readonly about: string
}

const b20 = (one: Case): readonly string[] => {
  const tags = (session: Session) => heldTogether(one.board, session).flatMap((each) => each.tags.map(fold))
  return parallel(one)
    .filter((other) => tags(other.session).some((tag) => tags(one.session).includes(tag)))
    .map((other) => other.session.title)
}

const degrees: readonly Torn[] = ['none', 'few', 'some', 'many']

export const tornOf = (one: Case): Torn => {
  const together = heldTogether(one.board, one.session).map(({ id }) => id)
  const elsewhere = parallel(one)
    .flatMap(({ session }) => heldTogether(one.board, session).map(({ id }) => id))
    .filter((id) => !together.includes(id))
  if (elsewhere.length === 0) return 'none'
  const torn = together.map((id) => one.context.torn?.(id, one.slots, elsewhere) ?? 'none')
  return [...degrees].reverse().find((degree) => torn.includes(degree)) ?? 'none'
}

const b21 = (one: Case): readonly string[] => {
  const torn = tornOf(one)
  return torn === 'some' || torn === 'many' ? [torn] : []
}

const checks: Readonly<Record<RuleId, (one: Case) => readonly string[]>> = {
  'actor-may': b5,
  locked: (one) => {
    const before = one.board.sessions.get(one.session.id)
    return !one.stands && !isTeam(one) && before?.locked === true ? [before.title] : []
  },
  'door-open': (one) => {
    const { opensAt, closesAt } = one.board.doors.claim
    const { now } = one.context
    const open = opensAt !== null && now >= opensAt && (closesAt === null || now < closesAt)
    return one.stands || isTeam(one) || open ? [] : ['claim']
  },
  'slot-begun': b7,
  'place-free': (one) =>
    parallel(one)
      .filter(({ placement }) => placement.roomId === one.room.id)
      .map(({ session }) => session.title),
  'cell-open': b3,
  'host-free': b2,
  'host-available': (one) =>
    whom(
      one,
      people(one.board, one.session).filter((host) => one.context.isAway?.(host, one.slots) === true),
    ),
  'length-fits': ({ fits }) => (fits ? [] : ['']),
  'late-pool': b16,
  'own-limit': b17,
  'walking-time': b18,
  'turn-over': b19,
  'room-holds': b9,
  'room-equipped': b10,
  'same-subject': b20,
  'audience-torn': b21,
}

/** Whom or what each rule would speak of, whatever its level. */
export const oracleOf = (one: Case): readonly Said[] =>
  ruleIds.flatMap((rule) => checks[rule](one).map((about) => ({ rule, about })))

/** The level of what is said: what the team chose, or the mode's; some things are fixed, some stricter until it chooses. */
export const oracleLevel = ({ rules, frame }: Board, { rule, about }: Said): Level => {
  if (rule === 'place-free') return 'block'
  if (rule === 'cell-open' && (about === 'common' || about === 'continuous')) return 'block'
  const chosen = rules.levels[rule]
  if (chosen !== undefined) return chosen
  return rule === 'room-equipped' && about.startsWith('access ') ? 'needs-reason' : defaultLevels[rule][frame.mode]
}
