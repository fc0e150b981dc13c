import { createMemo, For, Show } from 'solid-js'
import type { Room } from '../../shared/board.ts'
import type { GridCell, GridRow } from '../../shared/grid.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { intervalText } from '../i18n/format.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { BoardCell } from './BoardCell.tsx'
import { useHold } from './hold-context.tsx'

interface SlotPartProps {
  readonly row: GridRow
  readonly rooms: readonly Room[]
  readonly current: boolean
}

const closed: GridCell = { type: 'closed' }

/** One slot of the list: its sessions first, then its free cells; with a card in hand, every cell that has something to say. */
export const SlotPart = (props: SlotPartProps) => {
  const t = useWords()
  const language = useLanguage()
  const forum = useForum()
  const hold = useHold()
  const cellOf = (roomId: string) => props.row.cells.get(roomId) ?? closed
  const ids = (wanted: (cell: GridCell) => boolean) =>
    props.rooms.filter((room) => wanted(cellOf(room.id))).map((room) => room.id)
  const sessions = createMemo(() => ids((cell) => cell.type === 'session'))
  const free = createMemo(() => ids((cell) => cell.type === 'free'))
  return (
    <section class="slot" classList={{ common: props.row.slot.kind === 'common', current: props.current }}>
      <h2 class="slot-time">
        <time>{intervalText(props.row.slot, forum.board().frame.timeZone, language())}</time>
        <Show when={props.row.slot.label !== ''}>
          <span dir="auto">{props.row.slot.label}</span>
        </Show>
        <Show when={props.current}>
          <span class="slot-now">{t().board.current}</span>
        </Show>
      </h2>
      <Show when={sessions().length > 0}>
        <ul class="slot-cards">
          <For each={sessions()}>
            {(roomId) => (
              <li>
                <BoardCell cell={cellOf(roomId)} place={{ roomId, slotId: props.row.slot.id }} named={true} />
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={free().length > 0}>
        <ul class="slot-free" classList={{ holding: hold.session() !== null }}>
          <For each={free()}>
            {(roomId) => (
              <li>
                <BoardCell cell={cellOf(roomId)} place={{ roomId, slotId: props.row.slot.id }} named={true} />
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}
