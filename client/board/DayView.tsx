import { For, Show } from 'solid-js'
import type { Grid } from '../../shared/grid.ts'
import { useWords } from '../i18n/words.ts'
import { DayGrid } from './DayGrid.tsx'
import { DayList } from './DayList.tsx'

interface DayViewProps {
  readonly grid: Grid
  readonly current: ReadonlySet<string>
  readonly isWide: boolean
}

/** One day: a grid where there is room, a list by slot on a phone; then the places that are open all day. */
export const DayView = (props: DayViewProps) => {
  const t = useWords()
  return (
    <>
      <Show when={props.isWide} fallback={<DayList grid={props.grid} current={props.current} />}>
        <DayGrid grid={props.grid} current={props.current} />
      </Show>
      <Show when={props.grid.continuous.length > 0}>
        <p class="continuous">
          <b>{t().board.continuous}</b>{' '}
          <For each={props.grid.continuous}>
            {(room, index) => (
              <span dir="auto">
                {index() > 0 ? ' · ' : ''}
                {room.name}
              </span>
            )}
          </For>
        </p>
      </Show>
    </>
  )
}
