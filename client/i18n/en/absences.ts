import type { AbsencesWords } from '../fr/absences.ts'
import { englishPlural as plural } from '../plural.ts'

export const absences: AbsencesWords = {
  title: 'When I can’t',
  none: 'nothing noted',
  days: (count) => plural(count, `${count} day noted`, `${count} days noted`),
  help: 'So that nothing you host is placed at these hours without asking you. Only the facilitators see it.',
  allDay: 'Away all day',
  before: 'Not before',
  after: 'Not after',
  example: 'for example 11 or 17:30',
  unclear: 'Write an hour, for example 11 or 17:30.',
  order: 'These two hours leave nothing of the day: tick the whole day instead.',
  also: (from, until) => `Noted too: not from ${from} to ${until}.`,
  save: 'Save',
  saved: 'Noted.',
  notSaved: 'This could not be saved. Try again in a moment.',
  waiting: 'It takes a network to read and change this.',
}
