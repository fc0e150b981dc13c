import { createMemo, For, Show } from 'solid-js'
import type { Room, Slot } from '../../shared/board.ts'
import type { GridCell } from '../../shared/grid.ts'
import { type CellKey, cellKey, type RoomId, type SessionId } from '../../shared/ids.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { intervalText } from '../i18n/format.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { BoardCell } from './BoardCell.tsx'
import { useFind } from './find-context.tsx'
import { useHold } from './hold-context.tsx'

interface SlotPartProps {
  readonly slot: Slot
  readonly rooms: readonly Room[]
  /** Reactive cell by cell. */
  readonly cellAt: (key: CellKey) => GridCell | undefined
  readonly current: boolean
}

const closed: GridCell = { type: 'closed' }

/** One slot of the list: its sessions first, then its free cells; with a card in hand, every cell that has something to say. */
export const SlotPart = (props: SlotPartProps) => {
  const t = useWords()
  const language = useLanguage()
  const forum = useForum()
  const hold = useHold()
  const find = useFind()
  // With a card in hand every cell answers, whatever was looked for before.
  const isAsked = (id: SessionId) => hold.isAsking() || find.shows(id)
  const cellOf = (roomId: string) => props.cellAt(cellKey(roomId, props.slot.id)) ?? closed
  const ids = (wanted: (cell: GridCell) => boolean) =>
    props.rooms.filter((room) => wanted(cellOf(room.id))).map((room) => room.id)
  const sessions = createMemo(() => ids((cell) => cell.type === 'session' && isAsked(cell.sessionId)))
  // A cell that is shut has nothing to say but to a card in hand; one that the card itself reaches over, not even then.
  const answers = (cell: GridCell) =>
    cell.type === 'closed' || cell.type === 'busy' || (cell.type === 'covered' && !hold.isHeld(cell.sessionId))
  const free = createMemo(() => {
    if (hold.isAsking()) return props.slot.kind === 'open' ? ids((cell) => cell.type === 'free' || answers(cell)) : []
    return find.showsFree() ? ids((cell) => cell.type === 'free') : []
  })
  const item = (roomId: RoomId) => (
    <li data-cell={cellKey(roomId, props.slot.id)}>
      <BoardCell cell={cellOf(roomId)} place={{ roomId, slotId: props.slot.id }} named={true} />
    </li>
  )
  const isEmpty = () => find.found() !== null && sessions().length + free().length === 0
  return (
    <section class="slot" classList={{ common: props.slot.kind === 'common', current: props.current, bare: isEmpty() }}>
      <h2 class="slot-time">
        <time>{intervalText(props.slot, forum.frame().timeZone, language())}</time>
        <Show when={props.slot.label !== ''}>
          <span dir="auto">{props.slot.label}</span>
        </Show>
        <Show when={props.current}>
          <span class="slot-now">{t().board.current}</span>
        </Show>
      </h2>
      <Show when={sessions().length > 0}>
        <ul class="slot-cards">
          <For each={sessions()}>{item}</For>
        </ul>
      </Show>
      <Show when={free().length > 0}>
        <ul class="slot-free" classList={{ holding: hold.isAsking() }}>
          <For each={free()}>{item}</For>
        </ul>
      </Show>
    </section>
  )
}
