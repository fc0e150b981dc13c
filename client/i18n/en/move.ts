import type { MoveWords } from '../fr/move.ts'

export const move: MoveWords = {
  title: (title) => `Move “${title}”`,
  place: (title) => `Pin “${title}”`,
  best: 'Advised',
  room: 'Room',
  time: 'Time',
  choice: (name, verdict) => `${name} – ${verdict}`,
  isHere: 'This is where the session is.',
  submit: 'Pin it here',
  release: 'Unpin',
  page: 'The session’s page',
  noCell: 'There are no rooms or slots yet.',
}
