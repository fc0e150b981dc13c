import type { deskProblems as french } from '../fr/desk-problems.ts'
import { englishPlural as plural } from '../plural.ts'

export const deskProblems: typeof french = {
  count: (count) => plural(count, `${count} session to look at`, `${count} sessions to look at`),
  none: 'Everything is in its place',
  noneHelp: 'No placed session goes against a rule. This page follows by itself.',
  onlyBlocks: 'Only what is forbidden',
  mend: 'Where it would be better:',
  mendThis: (title, cell) => `Move “${title}”: ${cell}`,
  noMending: 'No other cell would be better for now.',
  reason: (who, reason) => `Reason given by ${who}: “${reason}”`,
  looking: 'The server is looking at the whole board…',
  lost: 'The server does not answer just now. Trying again in a moment.',
}
