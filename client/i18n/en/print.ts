import type { PrintWords } from '../fr/print.ts'
import { englishPlural as plural } from '../plural.ts'
import { room } from './room.ts'

export const print: PrintWords = {
  title: 'Print',
  pageTitle: (forum) => `Print – ${forum}`,
  back: 'Back to the desk',
  what: 'What',
  kinds: {
    poster: 'Poster to join',
    doors: 'Door sheets',
    grid: 'Grid of a day',
    cards: 'Cards of sessions',
  },
  paper: 'Paper',
  day: 'Day',
  noDay: 'without programme',
  onlyParked: 'Only sessions without a place',
  print: 'Print',
  preview: 'The sheets, as they will come out',
  code: (address) => `Code to scan: ${address}`,
  noRooms: 'No room yet: door sheets come with them.',
  noGrid: 'No grid that day yet: it needs a room and a slot.',
  noCards: 'No session to put on a card.',
  floor: room.floor,
  seats: (count) => plural(count, `${count} seat`, `${count} seats`),
  allDay: room.allDay,
  allDayIn: (rooms) => `${room.allDay}: ${rooms}`,
  door: 'What changes is on this page, up to date within a second.',
  free: 'free',
  closed: 'closed',
  poster: {
    call: 'Propose a session, pin it on the grid, make your own path.',
    how: 'Scan the code, or type the address. No account.',
  },
}
