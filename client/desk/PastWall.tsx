import { createMemo, createSignal, Show } from 'solid-js'
import type { Board } from '../../shared/board.ts'
import { type GridCell, gridOf } from '../../shared/grid.ts'
import type { CellRef } from '../../shared/ids.ts'
import { nowOf } from '../../shared/now.ts'
import { datesOf } from '../../shared/slots.ts'
import { typeset } from '../../shared/words.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { deskWords } from '../i18n/desk.ts'
import { dayText, timeText } from '../i18n/format.ts'
import { useForum } from '../sync/forum-context.tsx'
import { DayTabs } from '../ui/DayTabs.tsx'
import { GridTable } from '../ui/GridTable.tsx'
import { differs } from './past-cells.ts'

interface PastWallProps {
  readonly board: Board
  readonly onRestore?: ((cell: CellRef) => void) | undefined
}

/** One day of the wall as it was; each cell that is otherwise now may be put back. */
export const PastWall = (props: PastWallProps) => {
  const t = deskWords.use
  const language = useLanguage()
  const forum = useForum()
  const [wanted, setWanted] = createSignal<string | null>(null)
  const dates = createMemo(() => datesOf(props.board))
  const date = () => dates().find((known) => known === wanted()) ?? nowOf(props.board, forum.now()).date
  const isOther = createMemo(() => differs(props.board, forum.board()))
  const titleOf = (cell: GridCell): string =>
    'sessionId' in cell ? typeset(props.board.sessions.get(cell.sessionId)?.title ?? '') : ''
  const cellText = ({ roomId, slotId }: CellRef): string => {
    const slot = props.board.slots.get(slotId)
    const time = slot === undefined ? '' : timeText(slot.start, props.board.frame.timeZone, language())
    return `${props.board.rooms.get(roomId)?.name ?? ''} ${time}`
  }
  return (
    <section>
      <DayTabs dates={dates()} labels={props.board.days} selected={date()} onSelect={setWanted} />
      <Show when={props.onRestore}>
        <p class="soft">{t().history.cellsHelp}</p>
      </Show>
      <Show when={date()} keyed>
        {(day) => (
          <GridTable
            grid={gridOf(props.board, day)}
            timeZone={props.board.frame.timeZone}
            caption={t().history.wall(dayText(day, language()))}
          >
            {(cell, place) => (
              <Show
                when={isOther()(place) && props.onRestore}
                fallback={
                  <span class="desk-past-cell" classList={{ closed: cell().type === 'closed' }} dir="auto">
                    {titleOf(cell())}
                  </span>
                }
              >
                {(restore) => (
                  <button
                    type="button"
                    class="desk-cell desk-past-other"
                    aria-label={t().history.restoreCell(cellText(place), titleOf(cell()) || t().history.free)}
                    onClick={() => restore()(place)}
                  >
                    <span dir="auto">{titleOf(cell()) || t().history.free}</span>
                  </button>
                )}
              </Show>
            )}
          </GridTable>
        )}
      </Show>
    </section>
  )
}
