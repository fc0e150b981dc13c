import type { Board, Placement, Session, Slot } from './board.ts'
import type { SessionId } from './ids.ts'
import type { PathItem } from './path.ts'
import { datesOf, slotsOf } from './slots.ts'
import { type Instant, type Interval, type LocalDate, overlap } from './time.ts'

/** A session that could be seen in a gap, and where. */
export interface Suggestion {
  readonly session: Session
  readonly placement: Placement
}

/** A stretch of a day as somebody lives it. */
export type PathPart = Interval &
  (
    | /** What they are at; several where they clash, directly or by way of one another. */
    { readonly type: 'step'; readonly items: readonly PathItem[] }
    /** Open slots in which they have nothing yet, and what is held then that clashes with none of theirs. */
    | { readonly type: 'gap'; readonly suggestions: readonly Suggestion[] }
    | { readonly type: 'common'; readonly label: string }
  )

export interface PathDay {
  readonly date: LocalDate
  /** In time order. A day without a step has no parts. */
  readonly parts: readonly PathPart[]
}

const spanOf = (intervals: readonly Interval[]): Interval => ({
  start: Math.min(...intervals.map(({ start }) => start)),
  end: Math.max(...intervals.map(({ end }) => end)),
})

/** Groups what overlaps, directly or by way of one another; both in and out in time order. */
const chained = <T>(things: readonly T[], intervalOf: (thing: T) => Interval): readonly (readonly T[])[] => {
  const groups: T[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const thing of things) {
    const interval = intervalOf(thing)
    const last = groups.at(-1)
    if (last !== undefined && interval.start < end) last.push(thing)
    else groups.push([thing])
    end = last !== undefined && interval.start < end ? Math.max(end, interval.end) : interval.end
  }
  return groups
}

type Placed = PathItem & { readonly placement: Placement }

const isPlaced = (item: PathItem): item is Placed => item.placement !== null

const gapsOf = (
  board: Board,
  open: readonly Slot[],
  placed: readonly Placed[],
  interest: (id: SessionId) => number,
  now: Instant,
): readonly PathPart[] => {
  const untaken = open.filter((slot) => slot.end > now && !placed.some(({ placement }) => overlap(placement, slot)))
  return chained(untaken, (slot) => slot).map((slots) => {
    const ids = new Set(slots.map(({ id }) => id))
    const suggestions = [...board.placements.values()]
      .filter(({ slotIds }) => ids.has(slotIds[0] ?? ''))
      .filter((held) => !placed.some(({ placement }) => overlap(placement, held)))
      .flatMap((placement) => {
        const session = board.sessions.get(placement.sessionId)
        return session === undefined ? [] : [{ session, placement }]
      })
      .sort(
        (a, b) =>
          interest(b.session.id) - interest(a.session.id) || a.session.title.localeCompare(b.session.title, 'fr'),
      )
    return { type: 'gap', ...spanOf(slots), suggestions }
  })
}

/**
 * A path day by day: its steps with what clashes together, the common moments, and the gaps that are still to come with what
 * could be seen in them, most interest first.
 */
export const pathDays = (
  board: Board,
  items: readonly PathItem[],
  interest: (id: SessionId) => number,
  now: Instant,
): readonly PathDay[] =>
  datesOf(board).map((date) => {
    const slots = slotsOf(board, date)
    const ids = new Set(slots.map(({ id }) => id))
    const placed = items.filter(isPlaced).filter(({ placement }) => ids.has(placement.slotIds[0] ?? ''))
    if (placed.length === 0) return { date, parts: [] }
    const steps = chained(placed, ({ placement }) => placement).map(
      (group): PathPart => ({ type: 'step', ...spanOf(group.map(({ placement }) => placement)), items: group }),
    )
    const open = slots.filter(({ kind }) => kind === 'open')
    const common = slots
      .filter(({ kind }) => kind === 'common')
      .map(({ label, start, end }): PathPart => ({ type: 'common', start, end, label }))
    const parts = [...steps, ...gapsOf(board, open, placed, interest, now), ...common]
    return { date, parts: parts.sort((a, b) => a.start - b.start || a.end - b.end) }
  })
