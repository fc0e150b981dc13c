import type { Board, Mode } from '../board.ts'
import type { Facts, Level, RuleId } from '../refusals.ts'
import type { Rule } from './rule.ts'

/** The same in every mode. */
const always = (level: Level): Readonly<Record<Mode, Level>> => ({
  'open-space': level,
  barcamp: level,
  curated: level,
})

/**
 * How strict each rule is until the team says otherwise. In an open space hosts decide: refused is only what cannot be or
 * takes from others, and the rest is a hint that they weigh themselves. A barcamp is the same with talks. Where a
 * programme is curated the team decides for people who are not asked each time, so it is held to their word.
 */
export const defaultLevels: Readonly<Record<RuleId, Readonly<Record<Mode, Level>>>> = {
  // Another's session is theirs, a fixed one the team's, and the hours of the doors are the market's fairness.
  'actor-may': always('block'),
  locked: always('block'),
  'door-open': always('block'),
  // What has begun has people in it.
  'slot-begun': always('block'),
  // Two sessions in one room: no choice of the team makes it possible, and the database refuses it too.
  'place-free': always('block'),
  'cell-open': always('block'),
  // Nobody is in two rooms. A team whose hosts take turns may lower it.
  'host-free': always('block'),
  // A host may have found a way since saying no, and then says so; nobody is put there over their head.
  'host-available': { 'open-space': 'needs-reason', barcamp: 'needs-reason', curated: 'block' },
  'length-fits': always('block'),
  // Both take from others, and both speak only once the team has set a figure.
  'late-pool': always('block'),
  'own-limit': { 'open-space': 'block', barcamp: 'block', curated: 'needs-reason' },
  // Slot starts are loose where hosts decide; a printed programme promises the minute.
  'walking-time': { 'open-space': 'hint', barcamp: 'hint', curated: 'needs-reason' },
  // Chairs are moved by those who come; for a programme somebody has to be asked to do it.
  'turn-over': { 'open-space': 'hint', barcamp: 'hint', curated: 'needs-reason' },
  // A guess: people squeeze, stand, or use their two feet. The law of mobility is stronger than a count of seats.
  'room-holds': always('hint'),
  // A projector can be carried in; the way in for a wheelchair cannot (see room-equipped for those needs).
  'room-equipped': always('hint'),
  // At a barcamp half of the talks bear the same tag: it would speak of every cell, and so of none.
  'same-subject': { 'open-space': 'hint', barcamp: 'off', curated: 'hint' },
  'audience-torn': always('hint'),
}

/** How strict a rule is on this board: what the team chose, or else what its mode brings. */
export const levelOf = ({ rules, frame }: Pick<Board, 'rules' | 'frame'>, rule: RuleId): Level =>
  rule === 'place-free' ? 'block' : (rules.levels[rule] ?? defaultLevels[rule][frame.mode])

/** How strict a rule is about these facts: some are a block whatever was chosen, some stricter until the team chooses. */
export const levelOfFacts = (board: Pick<Board, 'rules' | 'frame'>, rule: Rule, facts: Facts): Level => {
  if (rule.isFixed?.(facts) === true) return 'block'
  return board.rules.levels[rule.id] ?? rule.levelFor?.(facts) ?? defaultLevels[rule.id][board.frame.mode]
}
