import type { LocalDate } from '../../shared/time.ts'

/** What is printed. */
export const printKinds = ['poster', 'doors', 'grid', 'cards'] as const
export type PrintKind = (typeof printKinds)[number]

/** The papers that each may be printed on, the usual one first. */
export const papers = {
  poster: ['a4', 'a3'],
  doors: ['a5', 'a4'],
  grid: ['a4', 'a3'],
  cards: ['a4'],
} as const satisfies Record<PrintKind, readonly string[]>
export type Paper = 'a3' | 'a4' | 'a5'

/** What the address of the page asks for. */
export interface PrintOptions {
  readonly kind: PrintKind
  readonly paper: Paper
  /** Null: the day of now; `none`: door sheets that outlive the programme. */
  readonly day: LocalDate | 'none' | null
  /** Cards of those only that have no place yet. */
  readonly onlyParked: boolean
}

/** Reads `?what=doors&paper=a4&day=2027-06-12&parked`; what can't be read is as if it were not there. */
export const readPrintOptions = (search: URLSearchParams): PrintOptions => {
  const kind = printKinds.find((known) => known === search.get('what')) ?? 'poster'
  const day = search.get('day')
  const offered: readonly Paper[] = papers[kind]
  return {
    kind,
    paper: offered.find((known) => known === search.get('paper')) ?? papers[kind][0],
    day: day === 'none' || (day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day)) ? day : null,
    onlyParked: search.has('parked'),
  }
}

/** The query that says these options. */
export const writePrintOptions = ({ kind, paper, day, onlyParked }: PrintOptions): string =>
  [
    `?what=${kind}`,
    paper === papers[kind][0] ? '' : `paper=${paper}`,
    day === null ? '' : `day=${day}`,
    onlyParked ? 'parked' : '',
  ]
    .filter(Boolean)
    .join('&')
