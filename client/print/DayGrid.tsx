import { createMemo, For, Show } from 'solid-js'
import type { Room } from '../../shared/board.ts'
import { type Grid, type GridCell, gridOf } from '../../shared/grid.ts'
import type { LocalDate } from '../../shared/time.ts'
import { typeset } from '../../shared/words.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { dayText, timeText } from '../i18n/format.ts'
import { printWords } from '../i18n/print.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { reservedFor } from '../ui/reserved-for.ts'
import { inSheets } from './in-sheets.ts'
import type { Paper } from './print-options.ts'
import { Sheet } from './Sheet.tsx'
import { PrintedHosts, PrintedInside } from './Together.tsx'

/** Columns that a sheet holds so that the longest titles can still be read. */
const mostRooms = { a3: 10, a4: 6, a5: 3 } as const

/** A day's grid, over as many sheets as its rooms need. */
export const DayGrid = (props: { paper: Paper; date: LocalDate | null }) => {
  const t = printWords.use
  const forum = useForum()
  const grid = createMemo(() => gridOf(forum.board(), props.date ?? ''))
  const sheets = createMemo(() => inSheets(grid().rooms, mostRooms[props.paper]))
  return (
    <Show when={grid().rows.length > 0 && sheets().length > 0} fallback={<p class="print-empty">{t().noGrid}</p>}>
      <For each={sheets()}>
        {(rooms, index) => (
          <GridSheet
            grid={grid()}
            rooms={rooms}
            paper={props.paper}
            part={sheets().length > 1 ? `${index() + 1}/${sheets().length}` : ''}
          />
        )}
      </For>
    </Show>
  )
}

interface GridSheetProps {
  readonly grid: Grid
  readonly rooms: readonly Room[]
  readonly paper: Paper
  /** "2/3"; empty for the only one. */
  readonly part: string
}

const GridSheet = (props: GridSheetProps) => {
  const t = printWords.use
  const language = useLanguage()
  const forum = useForum()
  const time = (at: number) => timeText(at, forum.board().frame.timeZone, language())
  return (
    <Sheet kind="grid" paper={props.paper} content={[props.grid, props.rooms, forum.board(), forum.people(), t()]}>
      <header>
        <h2 dir="auto">{forum.board().frame.name}</h2>
        <p>
          {dayText(props.grid.date, language())} {props.part}
        </p>
      </header>
      <table>
        <thead>
          <tr>
            <td />
            <For each={props.rooms}>
              {(room) => (
                <th scope="col" dir="auto">
                  {room.name}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.grid.rows}>
            {({ slot, cells }) => (
              <tr classList={{ common: slot.kind === 'common' }}>
                <th scope="row">
                  {time(slot.start)}
                  <small>{time(slot.end)}</small>
                </th>
                <Show
                  when={slot.kind === 'open'}
                  fallback={
                    <td colspan={props.rooms.length} dir="auto">
                      {slot.label}
                    </td>
                  }
                >
                  <For each={props.rooms}>
                    {(room) => (
                      <Show when={cells.get(room.id)}>
                        {(cell) => (
                          <Show when={cell().type !== 'covered'}>
                            <GridCellView cell={cell()} />
                          </Show>
                        )}
                      </Show>
                    )}
                  </For>
                </Show>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Show when={props.grid.continuous.length > 0}>
        <p dir="auto">{t().allDayIn(props.grid.continuous.map(({ name }) => name).join(', '))}</p>
      </Show>
      <footer>{`${window.location.host}/${forum.slug}`}</footer>
    </Sheet>
  )
}

const GridCellView = (props: { cell: GridCell }) => {
  const t = useWords()
  const forum = useForum()
  const reserved = () => (props.cell.type === 'free' ? reservedFor(forum.board(), props.cell.use, t().board) : null)
  const session = () => (props.cell.type === 'session' ? forum.board().sessions.get(props.cell.sessionId) : undefined)
  return (
    <td
      rowspan={props.cell.type === 'session' ? props.cell.span : 1}
      class={reserved() === null ? props.cell.type : 'reserved'}
    >
      <Show when={reserved()}>{(said) => <small dir="auto">{said()}</small>}</Show>
      <Show when={session()}>
        {(found) => (
          <>
            <strong dir="auto" lang={found().language || undefined}>
              {typeset(found().title)}
            </strong>
            <PrintedInside session={found()} />
            <small dir="auto">
              <PrintedHosts session={found()} />
            </small>
          </>
        )}
      </Show>
    </td>
  )
}
