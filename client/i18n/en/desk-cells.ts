import type { DeskCellsWords } from '../fr/desk-cells.ts'
import { englishPlural as plural } from '../plural.ts'

export const deskCells: DeskCellsWords = {
  help: 'Choose cells, then an action. Tap the name of a room or an hour to take the whole column or the whole row.',
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
  states: { open: 'free', closed: 'closed' },
  cell: (room, time, state) => `${room}, ${time}: ${state}`,
  row: (time) => `The whole row ${time}`,
  column: (room) => `The whole column ${room}`,
  empty: 'Rooms and slots are needed first.',
}
