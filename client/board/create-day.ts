import { type Accessor, createMemo } from 'solid-js'
import { type Grid, gridOf } from '../../shared/grid.ts'
import { nowOf } from '../../shared/now.ts'
import { datesOf } from '../../shared/slots.ts'
import type { LocalDate } from '../../shared/time.ts'
import { createSteady } from '../sync/create-steady.ts'
import { useForum } from '../sync/forum-context.tsx'
import { useLocation } from '../ui/location.ts'

/** The day that the board shows. */
export interface BoardDay {
  readonly dates: Accessor<readonly LocalDate[]>
  /** The one of the address (`?day=`), else today's or the nearest; null on an empty board. */
  readonly date: Accessor<LocalDate | null>
  readonly grid: Accessor<Grid | null>
  /** Slots that run now. */
  readonly current: Accessor<ReadonlySet<string>>
}

/** Chooses the day from the address and the server's time, and draws its grid again when the board changes. */
export const createDay = (): BoardDay => {
  const forum = useForum()
  const location = useLocation()
  const dates = createMemo(() => datesOf(forum.board()))
  const now = createMemo(() => nowOf(forum.board(), forum.now()))
  const date = createSteady(() => {
    const wanted = location().search.get('day')
    return wanted !== null && dates().includes(wanted) ? wanted : now().date
  })
  // As one string, so that the second that passes changes nothing while the same slots run.
  const currentIds = createSteady(() => JSON.stringify(now().current.map(({ id }) => id)))
  return {
    dates,
    date,
    grid: createMemo(() => {
      const shown = date()
      return shown === null ? null : gridOf(forum.board(), shown)
    }),
    current: createMemo((): ReadonlySet<string> => new Set(JSON.parse(currentIds()))),
  }
}
