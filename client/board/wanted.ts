import { type Format, formats } from '../../shared/board.ts'

/** What is looked for on the board, as the address says it; empty words and false mean "all". */
export interface Wanted {
  /** Words as they were typed. */
  readonly text: string
  readonly format: Format | ''
  readonly tag: string
  readonly building: string
  /** Free cells rather than sessions. */
  readonly free: boolean
  /** Only what I starred. */
  readonly stars: boolean
}

export const nothingWanted: Wanted = { text: '', format: '', tag: '', building: '', free: false, stars: false }

/** Reads `?q=…&format=…&tag=…&building=…&free=1&stars=1`; what it does not know counts as not said. */
export const wantedOf = (search: URLSearchParams): Wanted => ({
  text: search.get('q') ?? '',
  format: formats.find((format) => format === search.get('format')) ?? '',
  tag: search.get('tag') ?? '',
  building: search.get('building') ?? '',
  free: search.get('free') === '1',
  stars: search.get('stars') === '1',
})

/** The address with another wish in it; the rest of the address (the day) stays. */
export const withWanted = (search: URLSearchParams, wanted: Wanted): URLSearchParams => {
  const next = new URLSearchParams(search)
  const said: Readonly<Record<string, string>> = {
    q: wanted.text,
    format: wanted.format,
    tag: wanted.tag,
    building: wanted.building,
    free: wanted.free ? '1' : '',
    stars: wanted.stars ? '1' : '',
  }
  for (const [name, value] of Object.entries(said)) {
    if (value === '') next.delete(name)
    else next.set(name, value)
  }
  return next
}

/** Whether it asks for certain sessions, and not only for a place. */
export const wantsSessions = ({ text, format, tag, stars }: Wanted): boolean =>
  text.trim() !== '' || format !== '' || tag !== '' || stars

/** Whether anything is looked for at all. */
export const isWanting = (wanted: Wanted): boolean => wantsSessions(wanted) || wanted.building !== '' || wanted.free
