import { alternatives } from '../../shared/alternatives.ts'
import type { Board } from '../../shared/board.ts'
import { consider } from '../../shared/consider.ts'
import type { Context } from '../../shared/context.ts'
import { decide } from '../../shared/decide.ts'
import { affected, problems } from '../../shared/problems.ts'
import { type Finding, levels, ruleIds } from '../../shared/refusals.ts'
import { oracleLevel, oracleOf, type Said } from './oracle.ts'
import type { Case } from './oracle-case.ts'
import { casePlacing, caseStanding, rankedCells } from './oracle-ranking.ts'
import { randomBoard, randomContext } from './oracle-schedules.ts'
import { type Random, seededRandom } from './random.ts'

/** Like `expect`, which is too slow to be asked fifty million times. */
const same = (what: string, ours: readonly unknown[], theirs: readonly unknown[]): void => {
  const [a, b] = [JSON.stringify(ours), JSON.stringify(theirs)]
  if (a !== b) throw new Error(`${what}: the rules say ${a}, the oracle ${b}`)
}

/** Of what a finding speaks, in the oracle's words. */
const aboutOf = ({ rule, facts }: Finding): string => {
  if (rule === 'turn-over') return `${facts.kind} ${facts.title}`
  if (rule === 'room-equipped') {
    const missing = String(facts.missing).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').split(', ').sort()
    return `${facts.kind === undefined ? '' : 'access '}${missing.join(', ')}`
  }
  return String(facts.kind ?? facts.title ?? facts.torn ?? facts.door ?? '')
}

const inWords = (rule: string, level: string, about: string): string => `${level} ${rule} ${about}`.trim()

/** The order among findings of one rule and level is no promise. */
const ordered = (findings: readonly Finding[]): readonly string[] => {
  const rank = ({ level, rule }: Finding): number => 100 * levels.indexOf(level) + ruleIds.indexOf(rule)
  const ranks = findings.map(rank)
  const sorted = [...ranks].sort((a, b) => a - b)
  same('worst first, then in the order of the rules', ranks, sorted)
  return findings.map((finding) => inWords(finding.rule, finding.level, aboutOf(finding))).sort()
}

const oracleSays = (board: Board, said: readonly Said[]): readonly string[] =>
  said
    .flatMap((each) => {
      const level = oracleLevel(board, each)
      return level === 'off' ? [] : [inWords(each.rule, level, each.about)]
    })
    .sort()

const checkStanding = (board: Board, context: Context): void => {
  const cases = [...board.sessions.values()].flatMap((session): Case[] => {
    const one = caseStanding(board, context, session)
    return one === null ? [] : [one]
  })
  const said = new Map(cases.map((one) => [one.session.id, oracleOf(one)]))
  const now = problems(board, context)
  for (const [id, each] of said) same(`problems of ${id}`, ordered(now.get(id) ?? []), oracleSays(board, each))
  const unplaced = [...now.keys()].filter((id) => !said.has(id))
  same('nothing is said of what has no place', unplaced, [])
  const concerned = affected(board, context)
  for (const rule of ruleIds) {
    const ids = [...said].filter(([, each]) => each.some((one) => one.rule === rule)).map(([id]) => id)
    same(`affected by ${rule}`, [...(concerned.get(rule) ?? [])].sort(), ids.sort())
  }
}

/** One move: all findings, whether it is done, and (since that takes an oracle for every cell) now and then what is offered instead. */
const checkMove = (board: Board, context: Context, random: Random): void => {
  const session = random.pick([...board.sessions.values()])
  const room = random.pick([...board.rooms.values()])
  const slot = random.pick([...board.slots.values()])
  const cell = { roomId: room.id, slotId: slot.id }
  const said = oracleOf(casePlacing(board, context, session, room, slot))
  const move = `${session.id} to ${room.id} ${slot.id}`
  same(move, ordered(consider(board, session, cell, context)), oracleSays(board, said))
  const refuses = said.some((each) => {
    const level = oracleLevel(board, each)
    return level === 'block' || (level === 'needs-reason' && context.reason === undefined)
  })
  if (session.merged === null) {
    const decision = decide(board, { type: 'claim', sessionId: session.id, ...cell }, context)
    same(move, [decision.type], [refuses ? 'refused' : 'accepted'])
  }
  if (!random.chance(0.2)) return
  const offered = alternatives(board, session, cell, context)
  same(`instead of ${move}`, offered, rankedCells(board, context, session, cell).slice(0, 3))
}

/**
 * Makes the random schedule of a seed, and asks rules and oracle of everything that stands on it and of two moves.
 * @throws Error that says where they differ, and how to run that seed alone
 */
export const checkSchedule = (seed: number): void => {
  const random = seededRandom(seed)
  const board = randomBoard(random)
  const context = randomContext(random, board)
  try {
    checkStanding(board, context)
    checkMove(board, context, random)
    checkMove(board, context, random)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`seed ${seed} (SEED=${seed} SEEDS=1 to run it alone): ${why}`, { cause: error })
  }
}
