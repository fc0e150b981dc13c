import { createMemo, For, Show } from 'solid-js'
import type { Room } from '../../shared/board.ts'
import type { Grid } from '../../shared/grid.ts'
import { useWords } from '../i18n/words.ts'
import { createKeyed } from '../sync/create-keyed.ts'
import { createSteady } from '../sync/create-steady.ts'
import { useForum } from '../sync/forum-context.tsx'
import { cellsOf, sameCell } from '../ui/same-cell.ts'
import { useFind } from './find-context.tsx'
import { NowLine } from './NowLine.tsx'
import { SlotPart } from './SlotPart.tsx'

interface DayListProps {
  readonly grid: Grid
  readonly current: ReadonlySet<string>
}

const sameRooms = (a: readonly Room[], b: readonly Room[]): boolean =>
  a.length === b.length && a.every((room, index) => room === b[index])

/** A day as a list by slot, for phones. What has ended is folded away, so that "now" is on the first screen. */
export const DayList = (props: DayListProps) => {
  const t = useWords()
  const forum = useForum()
  const find = useFind()
  const rooms = createMemo(() => props.grid.rooms.filter(find.showsRoom), [], { equals: sameRooms })
  const cellAt = createKeyed(
    createMemo(() => cellsOf(props.grid)),
    sameCell,
  )
  const rows = createMemo(() => new Map(props.grid.rows.map((row) => [row.slot.id, row])))
  const ended = (id: string) => (rows().get(id)?.slot.end ?? 0) <= forum.now()
  // Joined into one string, so that the list is drawn again only when a slot really ends.
  const split = createSteady(() => {
    const ids = [...rows().keys()]
    return JSON.stringify([ids.filter(ended), ids.filter((id) => !ended(id))])
  })
  const parts = createMemo((): readonly [readonly string[], readonly string[]] => JSON.parse(split()))
  const allEnded = () => parts()[1].length === 0
  const part = (slotId: string) => (
    <Show when={forum.slot(slotId)}>
      {(slot) => <SlotPart slot={slot()} rooms={rooms()} cellAt={cellAt} current={props.current.has(slotId)} />}
    </Show>
  )
  return (
    <>
      <NowLine date={props.grid.date} current={props.current} />
      <Show when={!allEnded() && parts()[0].length > 0}>
        <details class="past">
          <summary>{t().board.past(parts()[0].length)}</summary>
          <For each={parts()[0]}>{part}</For>
        </details>
      </Show>
      <For each={allEnded() ? parts()[0] : parts()[1]}>{part}</For>
    </>
  )
}
