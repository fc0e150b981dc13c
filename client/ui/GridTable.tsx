import { type Accessor, createMemo, For, type JSX, Show } from 'solid-js'
import type { Room, Slot } from '../../shared/board.ts'
import type { Grid, GridCell } from '../../shared/grid.ts'
import { type CellRef, cellKey } from '../../shared/ids.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { timeText } from '../i18n/format.ts'
import { useWords } from '../i18n/words.ts'
import { createKeyed } from '../sync/create-keyed.ts'
import { cellsOf, sameCell } from './same-cell.ts'
import './grid-table.css'

interface GridTableProps {
  readonly grid: Grid
  readonly timeZone: string
  /** Names the table for those who can't see it. */
  readonly caption: string
  /** Slots that run now. */
  readonly current?: ReadonlySet<string>
  /** What a room's column says of itself; its name by default. */
  readonly roomHead?: (room: Accessor<Room>) => JSX.Element
  /** What a row says of itself; its hours by default. */
  readonly slotHead?: (slot: Accessor<Slot>) => JSX.Element
  /** What a cell shows; never asked for `covered` ones. */
  readonly children: (cell: Accessor<GridCell>, place: CellRef) => JSX.Element
}

const closed: GridCell = { type: 'closed' }

/**
 * A day as a real table: rooms above, slots beside, both always in sight; common moments as full-width rows; a long
 * session over several rows. Rows and cells are known by their ids, so that a change redraws only what it changed.
 */
export const GridTable = (props: GridTableProps) => {
  const t = useWords()
  const cellAt = createKeyed(
    createMemo(() => cellsOf(props.grid)),
    sameCell,
  )
  const rows = createMemo(() => new Map(props.grid.rows.map((row) => [row.slot.id, row])))
  const rooms = createMemo(() => new Map(props.grid.rooms.map((room) => [room.id, room])))
  const roomIds = createMemo(() => props.grid.rooms.map(({ id }) => id))
  // Where no head and no cell takes the focus the box itself does, so that the arrows scroll it.
  const isPlain = () => props.roomHead === undefined
  return (
    <section class="grid-scroll" aria-label={props.caption} tabindex={isPlain() ? 0 : undefined}>
      <table
        class="grid-table"
        classList={{ dense: roomIds().length > 12, airy: roomIds().length <= 4 }}
        style={{ '--rooms': roomIds().length }}
      >
        <caption class="unseen">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="unseen">{t().board.slot}</span>
            </th>
            <For each={roomIds()}>
              {(roomId) => (
                <Show when={rooms().get(roomId)}>
                  {(room) => (
                    <th scope="col" class="grid-room">
                      {props.roomHead?.(room) ?? (
                        <span class="grid-name" title={room().name} dir="auto">
                          {room().name}
                        </span>
                      )}
                    </th>
                  )}
                </Show>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={[...rows().keys()]}>
            {(slotId) => (
              <Show when={rows().get(slotId)}>
                {(row) => (
                  <tr
                    classList={{ common: row().slot.kind === 'common', current: props.current?.has(slotId) === true }}
                  >
                    <SlotHead
                      slot={row().slot}
                      timeZone={props.timeZone}
                      current={props.current?.has(slotId) === true}
                      head={props.slotHead?.(() => row().slot)}
                    />
                    <Show
                      when={row().slot.kind === 'open'}
                      fallback={
                        <td colspan={roomIds().length}>
                          <span dir="auto">{row().slot.label}</span>
                        </td>
                      }
                    >
                      <For each={roomIds()}>
                        {(roomId) => {
                          const cell = () => cellAt(cellKey(roomId, slotId)) ?? closed
                          const span = () => {
                            const shown = cell()
                            return shown.type === 'session' ? shown.span : 1
                          }
                          return (
                            <Show when={cell().type !== 'covered'}>
                              <td rowspan={span()} data-cell={cellKey(roomId, slotId)}>
                                {props.children(cell, { roomId, slotId })}
                              </td>
                            </Show>
                          )
                        }}
                      </For>
                    </Show>
                  </tr>
                )}
              </Show>
            )}
          </For>
        </tbody>
      </table>
    </section>
  )
}

interface SlotHeadProps {
  readonly slot: Slot
  readonly timeZone: string
  readonly current: boolean
  readonly head: JSX.Element | undefined
}

const SlotHead = (props: SlotHeadProps) => {
  const t = useWords()
  const language = useLanguage()
  return (
    <th scope="row" class="grid-slot">
      <Show when={props.head === undefined} fallback={props.head}>
        <time>{timeText(props.slot.start, props.timeZone, language())}</time>
        <span class="unseen"> – </span>
        <time class="grid-end">{timeText(props.slot.end, props.timeZone, language())}</time>
      </Show>
      <Show when={props.slot.kind === 'open' && props.slot.label !== ''}>
        <small dir="auto">{props.slot.label}</small>
      </Show>
      <Show when={props.current}>
        <small class="grid-now">{t().board.current}</small>
      </Show>
    </th>
  )
}
