import type { LocalDate } from '../../shared/time.ts'

/** How a wall is driven. Every option stands in its address, so that a wall that is opened again is the same wall. */
export interface WallOptions {
  readonly isPaused: boolean
  /** Seconds that a page stays. */
  readonly every: number
  /** `auto`: as the device says. */
  readonly theme: 'auto' | 'light' | 'dark'
  /** `now`: what runs and what comes next; `day`: the whole day; `auto`: the whole day while its pages are few. */
  readonly show: 'auto' | 'now' | 'day'
  /** Another day than the one of now. */
  readonly day: LocalDate | null
}

const EVERY = 12
/** What the keys step through; an address may say any number between the ends. */
const steps = [4, 6, 8, 10, 12, 15, 20, 30, 45, 60, 120, 300, 600] as const
const [SHORTEST, LONGEST] = [4, 600] as const
const themes = ['auto', 'light', 'dark'] as const
const shows = ['auto', 'now', 'day'] as const

const secondsIn = (text: string | null): number => {
  const seconds = Number(text ?? EVERY)
  return seconds >= SHORTEST && seconds <= LONGEST ? seconds : EVERY
}

/** Reads `?paused&every=20&theme=dark&show=now&day=2027-06-12`; what can't be read is as if it were not there. */
export const readWallOptions = (search: URLSearchParams): WallOptions => {
  const day = search.get('day')
  return {
    isPaused: search.has('paused'),
    every: secondsIn(search.get('every')),
    theme: themes.find((known) => known === search.get('theme')) ?? 'auto',
    show: shows.find((known) => known === search.get('show')) ?? 'auto',
    day: day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null,
  }
}

/** The query that says these options, "?…" or empty; what is as by itself is left out. */
export const writeWallOptions = ({ isPaused, every, theme, show, day }: WallOptions): string => {
  const said = [
    isPaused ? 'paused' : '',
    every === EVERY ? '' : `every=${every}`,
    theme === 'auto' ? '' : `theme=${theme}`,
    show === 'auto' ? '' : `show=${show}`,
    day === null ? '' : `day=${day}`,
  ].filter(Boolean)
  return said.length === 0 ? '' : `?${said.join('&')}`
}

const after = <T>(list: readonly T[], item: T): T => {
  const next = list[(list.indexOf(item) + 1) % list.length]
  return next === undefined ? item : next
}

/** What a key makes of the options; null for keys that are not theirs. */
export const optionsAfterKey = (
  key: string,
  options: WallOptions,
  dates: readonly LocalDate[],
): Partial<WallOptions> | null => {
  switch (key.toLowerCase()) {
    case ' ':
      return { isPaused: !options.isPaused }
    case '+':
    case '=':
      return { every: steps.find((step) => step > options.every) ?? LONGEST }
    case '-':
      return { every: steps.findLast((step) => step < options.every) ?? SHORTEST }
    case 't':
      return { theme: after(themes, options.theme) }
    case 'n':
      return { show: after(shows, options.show) }
    case 'd':
    case 'j':
      return { day: after([null, ...dates], options.day) }
    default:
      return null
  }
}
