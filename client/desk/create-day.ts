import { type Accessor, createMemo, createSignal } from 'solid-js'
import { nowOf } from '../../shared/now.ts'
import { datesOf } from '../../shared/slots.ts'
import type { LocalDate } from '../../shared/time.ts'
import type { ForumStore } from '../sync/forum-store.ts'

/** The day that a part of the desk shows: the one that was chosen while it exists, else today's or the next. */
export const createDay = (forum: ForumStore): readonly [Accessor<LocalDate | null>, (date: LocalDate) => void] => {
  const [wanted, setWanted] = createSignal<LocalDate | null>(null)
  // What hangs on the day hears when another is shown, not each second.
  const date = createMemo((): LocalDate | null => {
    const chosen = datesOf(forum.board()).find((known) => known === wanted())
    return chosen ?? nowOf(forum.board(), forum.now()).date
  })
  return [date, setWanted]
}
