import type { FindWords } from '../fr/find.ts'
import { englishPlural as plural } from '../plural.ts'

export const find: FindWords = {
  label: 'Search the board',
  text: 'Words of the title, a name, a room…',
  filters: 'Filters',
  format: 'Format',
  tag: 'Tag',
  building: 'Building',
  all: 'all',
  free: 'Free cells',
  stars: 'My stars',
  found: (count) => plural(count, `${count} session`, `${count} sessions`),
  freeCells: (count) => plural(count, `${count} free cell on this day`, `${count} free cells on this day`),
  none: 'No session matches.',
  parked: (count) => `to be placed: ${count}`,
  onDay: (day, count) => `${day}: ${count}`,
  clear: 'Clear all',
  close: 'Close the search',
}
