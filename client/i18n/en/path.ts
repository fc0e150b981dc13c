import type { PathWords } from '../fr/path.ts'
import { englishPlural as plural } from '../plural.ts'

export const path: PathWords = {
  title: 'My path',
  empty: 'Your path is still blank.',
  emptyHelp: 'Star what interests you, or propose a session: your day takes shape here.',
  toBoard: 'See the board',
  hosted: 'What I host',
  mine: 'I host',
  starred: 'I’m interested',
  place: 'Pin',
  today: (day) => `Today, ${day}`,
  pastDays: 'Past days',
  noneThatDay: 'Nothing yet on that day.',
  thatDay: 'See that day',
  now: 'now',
  clash: (count) => (count === 2 ? 'Two things at the same time' : `${count} things at the same time`),
  clashHelp: 'Follow your feet: one can also go from one to the other.',
  or: 'or',
  gap: 'Nothing planned.',
  suggestions: 'At that time:',
  noSuggestions: 'Nothing is pinned there yet.',
  more: (count) => plural(count, `${count} other on the board`, `${count} others on the board`),
  common: 'common moment',
  parked: 'Without a cell so far',
}
