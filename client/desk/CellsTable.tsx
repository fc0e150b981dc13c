import { onCleanup } from 'solid-js'
import type { Grid, GridCell } from '../../shared/grid.ts'
import { type CellKey, type CellRef, cellKey } from '../../shared/ids.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { deskWords } from '../i18n/desk.ts'
import { intervalText } from '../i18n/format.ts'
import { useForum } from '../sync/forum-context.tsx'
import { GridTable } from '../ui/GridTable.tsx'

interface CellsTableProps {
  readonly grid: Grid
  readonly caption: string
  readonly chosen: ReadonlySet<CellKey>
  readonly onChoose: (keys: readonly CellKey[], isOn: boolean) => void
}

const arrows: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** The grid as cells to choose: by click, by sweeping, by Space; arrows go from cell to cell, headers take a whole line. */
export const CellsTable = (props: CellsTableProps) => {
  const t = deskWords.use
  const language = useLanguage()
  const forum = useForum()
  const open = () => props.grid.rows.filter((row) => row.slot.kind === 'open')
  const hours = (slotId: string) => {
    const slot = forum.board().slots.get(slotId)
    return slot === undefined ? '' : intervalText(slot, forum.board().frame.timeZone, language())
  }
  const stateOf = (cell: GridCell, place: CellRef): string => {
    const use = forum.board().cells.get(cellKey(place.roomId, place.slotId))?.use
    if (use?.type === 'reserved') {
      const owner = use.collectiveId === null ? undefined : forum.board().collectives.get(use.collectiveId)
      return owner?.name ?? t().cells.states.team
    }
    return cell.type === 'closed' ? t().cells.states.closed : cell.type === 'free' ? t().cells.states.open : ''
  }
  const titleOf = (cell: GridCell) =>
    'sessionId' in cell ? forum.board().sessions.get(cell.sessionId)?.title : undefined

  const toggleAll = (keys: readonly CellKey[]) => props.onChoose(keys, !keys.every((key) => props.chosen.has(key)))
  const row = (slotId: string) => props.grid.rooms.map((room) => cellKey(room.id, slotId))
  const column = (roomId: string) => open().map(({ slot }) => cellKey(roomId, slot.id))

  // A sweep does to each cell what it did to the first one: choose, or choose no longer.
  let sweep: boolean | null = null
  let pointer = ''
  const endSweep = () => {
    sweep = null
  }
  document.addEventListener('pointerup', endSweep)
  onCleanup(() => document.removeEventListener('pointerup', endSweep))

  const onKey = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const step = arrows[event.key]
    if (step === undefined) return
    event.preventDefault()
    const { row, column } = event.currentTarget.dataset
    const at = `[data-row="${Number(row) + step[0]}"][data-column="${Number(column) + step[1]}"]`
    event.currentTarget.closest('table')?.querySelector<HTMLElement>(at)?.focus()
  }
  return (
    <div class="desk-cells">
      <GridTable
        grid={props.grid}
        timeZone={forum.board().frame.timeZone}
        caption={props.caption}
        roomHead={(room) => (
          <button
            type="button"
            class="desk-line"
            title={t().cells.column(room().name)}
            onClick={() => toggleAll(column(room().id))}
          >
            {room().name}
          </button>
        )}
        slotHead={(slot) => (
          <button
            type="button"
            class="desk-line"
            disabled={slot().kind === 'common'}
            title={t().cells.row(hours(slot().id))}
            onClick={() => toggleAll(row(slot().id))}
          >
            {hours(slot().id)}
          </button>
        )}
      >
        {(cell, place) => {
          const key = cellKey(place.roomId, place.slotId)
          const isChosen = () => props.chosen.has(key)
          const room = () => forum.board().rooms.get(place.roomId)?.name ?? ''
          const text = () => [titleOf(cell()), stateOf(cell(), place)].filter(Boolean).join(' · ')
          return (
            <button
              type="button"
              class="desk-cell"
              classList={{ closed: cell().type === 'closed', taken: titleOf(cell()) !== undefined }}
              aria-pressed={isChosen()}
              aria-label={t().cells.cell(room(), hours(place.slotId), text())}
              data-row={open().findIndex(({ slot }) => slot.id === place.slotId)}
              data-column={props.grid.rooms.findIndex(({ id }) => id === place.roomId)}
              onKeyDown={onKey}
              onPointerDown={(event) => {
                pointer = event.pointerType
                if (pointer === 'touch' || event.button !== 0) return
                sweep = !isChosen()
                props.onChoose([key], sweep)
              }}
              onPointerEnter={() => sweep !== null && props.onChoose([key], sweep)}
              onClick={(event) => {
                // A mouse has chosen at pointer-down already; a finger and the keyboard choose by the click.
                if (event.detail === 0 || pointer === 'touch') props.onChoose([key], !isChosen())
              }}
            >
              <span>{text()}</span>
            </button>
          )
        }}
      </GridTable>
    </div>
  )
}
