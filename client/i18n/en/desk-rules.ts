import type { deskRules as french } from '../fr/desk-rules.ts'
import { englishPlural as plural } from '../plural.ts'
import { levels, rules } from './rules.ts'

export const deskRules: typeof french = {
  rules,
  levels,
  help: 'Each rule has its say when a card moves. You choose: forbid, ask for a reason, inform, or keep quiet.',
  level: (rule) => `How strict “${rule}” is`,
  usual: (level) => `${level} (default)`,
  always: 'always forbidden',
  affected: (count) => plural(count, `${count} session concerned now`, `${count} sessions concerned now`),
  nobody: 'No session concerned now',
  onActs: 'Checked when somebody acts',
  figures: {
    lateCells: 'Cells kept per slot',
    lateUntil: 'Kept until',
    lateUntilHelp: 'Empty: until the slot begins.',
    badHour: 'Write an hour, such as 11:00, or nothing.',
    ownLimit: 'Placed sessions per person',
    turnOverMinutes: 'Minutes to rearrange a room',
    none: '0: the rule keeps quiet.',
    badFigure: (most) => `Write a number from 0 to ${most}.`,
  },
  walks: 'Minutes on foot',
  walk: (from, to) => `From ${from} to ${to}`,
  noWalks: 'The rooms do not have two buildings yet: nothing to set here.',
  offers: 'Offers between hosts',
  offerMinutes: 'Minutes to answer',
  badMinutes: 'Write a number of minutes, from 1 to 1440.',
}
