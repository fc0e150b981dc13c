import type { Grid } from '../../shared/grid.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { dayText } from '../i18n/format.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { GridTable } from '../ui/GridTable.tsx'
import { BoardCell } from './BoardCell.tsx'
import { useFind } from './find-context.tsx'
import { RoomHead } from './RoomHead.tsx'

interface DayGridProps {
  readonly grid: Grid
  readonly current: ReadonlySet<string>
}

/** A day as a wall of cards: rooms across, slots down. */
export const DayGrid = (props: DayGridProps) => {
  const t = useWords()
  const language = useLanguage()
  const forum = useForum()
  const find = useFind()
  return (
    <GridTable
      grid={{ ...props.grid, rooms: props.grid.rooms.filter(find.showsRoom) }}
      timeZone={forum.board().frame.timeZone}
      caption={t().board.grid(dayText(props.grid.date, language()))}
      current={props.current}
      roomHead={(room) => <RoomHead room={room()} />}
    >
      {(cell, place) => <BoardCell cell={cell()} place={place} named={false} />}
    </GridTable>
  )
}
