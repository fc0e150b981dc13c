import { onCleanup } from 'solid-js'
import type { Grid, GridCell } from '../../shared/grid.ts'
import { type CellKey, cellKey } from '../../shared/ids.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { deskWords } from '../i18n/desk.ts'
import { intervalText } from '../i18n/format.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { GridTable } from '../ui/GridTable.tsx'
import { reservedFor } from '../ui/reserved-for.ts'
import { type CellPlace, cellsBetween, withCells } from './cell-rectangle.ts'

interface CellsTableProps {
  readonly grid: Grid
  readonly caption: string
  readonly chosen: ReadonlySet<CellKey>
  readonly onChosen: (chosen: ReadonlySet<CellKey>) => void
}

const arrows: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** From one corner to the other: what the first cell became, all between become, over what was chosen before. */
interface Sweep {
  readonly from: CellPlace
  readonly isOn: boolean
  readonly before: ReadonlySet<CellKey>
}

/**
 * The grid as cells to choose: by click, by sweeping a rectangle, by Space; arrows go from cell to cell, with Shift they
 * sweep; headers take a whole line.
 */
export const CellsTable = (props: CellsTableProps) => {
  const t = deskWords.use
  const words = useWords()
  const language = useLanguage()
  const forum = useForum()
  const slots = () => props.grid.rows.filter((row) => row.slot.kind === 'open').map((row) => row.slot.id)
  const rooms = () => props.grid.rooms.map((room) => room.id)
  const hours = (slotId: string) => {
    const slot = forum.board().slots.get(slotId)
    return slot === undefined ? '' : intervalText(slot, forum.board().frame.timeZone, language())
  }
  const reservation = (key: CellKey): string | null => {
    const use = forum.board().cells.get(key)?.use
    return use === undefined ? null : reservedFor(forum.board(), use, words().board)
  }
  const stateOf = (cell: GridCell, key: CellKey): string => {
    const reserved = reservation(key)
    if (reserved !== null) return reserved
    return cell.type === 'closed' ? t().cells.states.closed : cell.type === 'free' ? t().cells.states.open : ''
  }
  const titleOf = (cell: GridCell) =>
    'sessionId' in cell ? forum.board().sessions.get(cell.sessionId)?.title : undefined

  const choose = (keys: readonly CellKey[], isOn: boolean) => props.onChosen(withCells(props.chosen, keys, isOn))
  const toggleAll = (keys: readonly CellKey[]) => choose(keys, !keys.every((key) => props.chosen.has(key)))
  const row = (slotId: string) => rooms().map((roomId) => cellKey(roomId, slotId))
  const column = (roomId: string) => slots().map((slotId) => cellKey(roomId, slotId))

  let sweep: Sweep | null = null
  let pointer = ''
  const begin = (from: CellPlace, isOn: boolean) => {
    sweep = { from, isOn, before: props.chosen }
  }
  const sweepTo = (to: CellPlace) => {
    if (sweep !== null)
      props.onChosen(withCells(sweep.before, cellsBetween(sweep.from, to, slots(), rooms()), sweep.isOn))
  }
  const end = () => {
    sweep = null
  }
  const onKeyUp = (event: KeyboardEvent) => event.key === 'Shift' && end()
  document.addEventListener('pointerup', end)
  document.addEventListener('pointercancel', end)
  document.addEventListener('keyup', onKeyUp)
  onCleanup(() => {
    document.removeEventListener('pointerup', end)
    document.removeEventListener('pointercancel', end)
    document.removeEventListener('keyup', onKeyUp)
  })

  const onKey = (event: KeyboardEvent & { currentTarget: HTMLElement }, from: CellPlace) => {
    const step = arrows[event.key]
    if (step === undefined) return
    event.preventDefault()
    const to = { row: from.row + step[0], column: from.column + step[1] }
    const at = `[data-row="${to.row}"][data-column="${to.column}"]`
    const target = event.currentTarget.closest('table')?.querySelector<HTMLElement>(at)
    if (target === null || target === undefined) return
    if (event.shiftKey) {
      if (sweep === null) begin(from, true)
      sweepTo(to)
    }
    target.focus()
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
          const text = () => [titleOf(cell()), stateOf(cell(), key)].filter(Boolean).join(' · ')
          const at = (): CellPlace => ({ row: slots().indexOf(place.slotId), column: rooms().indexOf(place.roomId) })
          return (
            <button
              type="button"
              class="desk-cell"
              classList={{
                closed: cell().type === 'closed',
                taken: titleOf(cell()) !== undefined,
                reserved: reservation(key) !== null,
              }}
              aria-pressed={isChosen()}
              aria-label={t().cells.cell(room(), hours(place.slotId), text())}
              data-row={at().row}
              data-column={at().column}
              onKeyDown={(event) => onKey(event, at())}
              onPointerDown={(event) => {
                pointer = event.pointerType
                if (pointer === 'touch' || event.button !== 0) return
                begin(at(), !isChosen())
                sweepTo(at())
              }}
              onPointerEnter={(event) => {
                // Let go outside of the window: that was the end.
                if (event.pointerType === 'mouse' && event.buttons === 0) end()
                sweepTo(at())
              }}
              onClick={(event) => {
                // A mouse has chosen at pointer-down already; a finger and the keyboard choose by the click.
                if (event.detail === 0 || pointer === 'touch') choose([key], !isChosen())
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
