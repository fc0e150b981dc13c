import { type Accessor, createEffect, createMemo, createSignal } from 'solid-js'
import type { Board } from '../../shared/board.ts'
import type { Entry } from '../../shared/events.ts'
import { type Instant, type LocalDate, MINUTE } from '../../shared/time.ts'
import { useForum } from '../sync/forum-context.tsx'
import type { Days } from './create-days.ts'
import type { Log } from './create-log.ts'
import { createMoment, type Moment, type Wanted } from './create-moment.ts'

/** One moment that somebody chooses: now, an instant, or right after an entry. */
export interface Choice {
  readonly isNow: Accessor<boolean>
  readonly moment: Accessor<Moment>
  /** The board of it; null while it can't be read. */
  readonly board: Accessor<Board | null>
  /** Where it stands on the ruler: a whole minute. */
  readonly at: Accessor<Instant>
  /** The last entry that is in it, where it is here already. */
  readonly entry: Accessor<Entry | undefined>
  /** Seq of that entry; null while nobody said. */
  readonly seq: Accessor<number | null>
  /** The day that was chosen as a whole: the moment is when the last thing was done in it. */
  readonly day: Accessor<LocalDate | null>
  /** To the end of that minute; no earlier than the log begins, and no later than now. */
  goTo(at: Instant): void
  /** To all that was done on that day. */
  goToDay(date: LocalDate): void
  /** One action on, or back. */
  step(by: 1 | -1): void
  /** Before all others, or now. */
  goToEnd(end: 'first' | 'now'): void
}

const minuteOf = (at: Instant): Instant => Math.floor(at / MINUTE) * MINUTE

/**
 * @param bySeq the entries that are here
 * @param onChange somebody chose another moment
 */
export const createChoice = (
  log: Log,
  days: Days,
  bySeq: Accessor<ReadonlyMap<number, Entry>>,
  onChange: () => void = () => undefined,
): Choice => {
  const forum = useForum()
  const [wanted, setWanted] = createSignal<Wanted>(null)
  const moment = createMoment(wanted, log.last)
  const now = createMemo(() => minuteOf(forum.now()))
  const day = () => {
    const of = wanted()
    return of !== null && 'day' in of ? of.day : null
  }
  const seq = createMemo(() => {
    const [of, shown] = [wanted(), moment()]
    if (of !== null && 'seq' in of) return of.seq
    return shown.type === 'read' && shown.of === of ? shown.seq : null
  })
  const entry = () => bySeq().get(seq() ?? 0)
  const at = createMemo((before: Instant) => {
    const [of, shown] = [wanted(), moment()]
    if (of === null) return now()
    if ('day' in of) return minuteOf(days.endOf(of.day))
    if ('at' in of) return minuteOf(of.at)
    const known = entry()?.at ?? (shown.type === 'read' && shown.of === of ? shown.at : undefined)
    return known === undefined ? before : minuteOf(known)
  }, now())
  createEffect(() => log.need(seq() ?? 0))
  const choose = (next: Wanted) => {
    onChange()
    setWanted(next)
  }
  const goTo = (instant: Instant) => {
    const minute = minuteOf(Math.max(instant, days.first()))
    // All that was done in a minute is in it.
    choose(minute >= now() ? null : { at: minute + MINUTE - 1 })
  }
  const goToDay = (date: LocalDate) => {
    const last = days.lastMinuteOf(date)
    if (last >= now()) choose(null)
    else choose({ day: date, at: last + MINUTE - 1 })
  }
  return {
    isNow: () => wanted() === null,
    moment,
    board: createMemo(() => {
      const shown = moment()
      return shown.type === 'read' ? shown.board : null
    }),
    at,
    entry,
    seq,
    day,
    goTo,
    goToDay,
    step: (by) => {
      const from = seq()
      if (from === null) return goTo(at() + by * MINUTE)
      const next = Math.max(1, from + by)
      choose(next >= log.last() ? null : { seq: next })
    },
    goToEnd: (end) => choose(end === 'now' || log.last() <= 1 ? null : { seq: 1 }),
  }
}
