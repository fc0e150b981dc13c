import { createMemo, Match, Show, Switch } from 'solid-js'
import type { CellUse } from '../../shared/board.ts'
import type { GridCell } from '../../shared/grid.ts'
import type { CellRef } from '../../shared/ids.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { timeText } from '../i18n/format.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { SessionCard } from '../ui/SessionCard.tsx'
import { FreeCell } from './FreeCell.tsx'
import { useHold } from './hold-context.tsx'
import { VerdictText } from './VerdictText.tsx'
import './board-cell.css'

interface BoardCellProps {
  readonly cell: GridCell
  readonly place: CellRef
  /** In the list, a cell says which room it is; in the grid the column does. */
  readonly named: boolean
}

const openUse: CellUse = { type: 'open' }

/** One cell of the board: its card, or a free cell to tap; with a card in hand, what it says to that card. */
export const BoardCell = (props: BoardCellProps) => {
  const t = useWords()
  const language = useLanguage()
  const forum = useForum()
  const hold = useHold()
  const room = createMemo(() => forum.board().rooms.get(props.place.roomId))
  const start = createMemo(() => forum.board().slots.get(props.place.slotId)?.start ?? 0)
  const time = () => timeText(start(), forum.board().frame.timeZone, language())
  const sessionId = createMemo(() => (props.cell.type === 'session' ? props.cell.sessionId : null))
  const use = () => (props.cell.type === 'free' ? props.cell.use : openUse)
  const verdict = createMemo(() => hold.verdict(props.place))
  return (
    <Switch>
      <Match when={sessionId()}>
        {(id) => (
          <SessionCard
            sessionId={id()}
            where={props.named ? room()?.name : undefined}
            held={hold.session()?.id === id()}
            onPickUp={hold.pickUp}
          >
            <Show when={verdict()}>{(said) => <VerdictText verdict={said()} brief={t().board.busy} />}</Show>
          </SessionCard>
        )}
      </Match>
      <Match when={props.cell.type === 'free'}>
        <FreeCell
          place={props.place}
          use={use()}
          room={room()?.name ?? ''}
          time={time()}
          named={props.named}
          verdict={verdict()}
        />
      </Match>
      <Match when={props.cell.type === 'closed' || props.cell.type === 'busy'}>
        <p class="cell-shut">
          <Show when={props.named}>{room()?.name} · </Show>
          {props.cell.type === 'closed' ? t().board.closed : t().board.busy}
        </p>
      </Match>
    </Switch>
  )
}
