import type { DeskCellsWords } from '../fr/desk-cells.ts'
import { englishPlural as plural } from '../plural.ts'

export const deskCells: DeskCellsWords = {
  help: 'Choose cells, then an action. The title of a row or a column takes them all.',
  keys: 'By mouse, a sweep takes several; by keyboard, Space, Shift and arrows.',
  chosen: (count) => plural(count, `${count} cell chosen`, `${count} cells chosen`),
  none: 'No cell chosen',
  open: 'Open',
  close: 'Close',
  reserveFor: 'Reserve for',
  reserve: 'Reserve',
  team: 'the team',
  clear: 'Deselect all',
  done: (count) => plural(count, 'One cell changed.', `${count} cells changed.`),
  states: { open: 'free', closed: 'closed', team: 'team' },
  cell: (room, time, state) => `${room}, ${time}: ${state}`,
  row: (time) => `The whole row ${time}`,
  column: (room) => `The whole column ${room}`,
  empty: 'Rooms and slots are needed first.',
}
