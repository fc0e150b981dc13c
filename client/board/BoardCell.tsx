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
import { useFind } from './find-context.tsx'
import { useHold } from './hold-context.tsx'
import { useMove } from './move-context.tsx'
import { parts } from './parts.ts'
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
  const find = useFind()
  const move = useMove()
  const room = () => forum.room(props.place.roomId)
  const time = () => timeText(forum.slot(props.place.slotId)?.start ?? 0, forum.frame().timeZone, language())
  const sessionId = createMemo(() => (props.cell.type === 'session' ? props.cell.sessionId : null))
  const use = () => (props.cell.type === 'free' ? props.cell.use : openUse)
  const shut = () => (props.cell.type === 'closed' ? t().board.closed : t().board.busy)
  const verdict = createMemo(() => hold.verdict(props.place))
  return (
    <Switch>
      <Match when={sessionId()}>
        {(id) => (
          <SessionCard
            sessionId={id()}
            where={props.named ? room()?.name : undefined}
            held={hold.isHeld(id())}
            faded={!hold.isAsking() && !find.shows(id())}
            onPickUp={hold.pickUp}
            onMove={move}
          >
            <Show when={verdict()}>{(said) => <VerdictText verdict={said()} brief={t().board.busy} />}</Show>
            <Show when={!hold.isAsking() && forum.you()?.role === 'facilitator'}>
              <parts.reason sessionId={id()} />
            </Show>
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
          faded={verdict() === null && !find.showsFree()}
        />
      </Match>
      <Match when={props.cell.type !== 'session' && props.cell.type !== 'free'}>
        <p class="cell-shut">
          <Show when={props.named}>
            <span dir="auto">{room()?.name}</span>{' '}
          </Show>
          <Show when={verdict()} fallback={shut()}>
            {(said) => <VerdictText verdict={said()} brief={props.named ? undefined : shut()} />}
          </Show>
        </p>
      </Match>
    </Switch>
  )
}
