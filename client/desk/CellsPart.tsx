import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js'
import type { CellUse } from '../../shared/board.ts'
import { gridOf } from '../../shared/grid.ts'
import { type CellKey, cellKey } from '../../shared/ids.ts'
import { datesOf } from '../../shared/slots.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { deskWords } from '../i18n/desk.ts'
import { dayText } from '../i18n/format.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { DayTabs } from '../ui/DayTabs.tsx'
import { CellsTable } from './CellsTable.tsx'
import { createDay } from './create-day.ts'
import { useDesk } from './use-desk.ts'

/** Cells chosen in the grid, then what they are for: open, closed, or reserved. */
export const CellsPart = () => {
  const t = deskWords.use
  const language = useLanguage()
  const forum = useForum()
  const desk = useDesk()
  const [date, setDate] = createDay(forum)
  const grid = createMemo(() => gridOf(forum.board(), date() ?? ''))
  const [chosen, setChosen] = createSignal<ReadonlySet<CellKey>>(new Set())
  const [owner, setOwner] = createSignal('')
  createEffect(on(date, () => setChosen(new Set<CellKey>()), { defer: true }))
  const cells = createMemo(() =>
    grid().rows.flatMap(({ slot }) =>
      grid()
        .rooms.map((room) => ({ roomId: room.id, slotId: slot.id }))
        .filter((cell) => chosen().has(cellKey(cell.roomId, cell.slotId))),
    ),
  )
  const set = async (use: CellUse) => {
    const list = cells()
    if (list.length > 0 && (await desk.run({ type: 'set-cells', cells: list, use }, t().cells.done(list.length))))
      setChosen(new Set<CellKey>())
  }
  return (
    <Show
      when={forum.board().rooms.size > 0 && forum.board().slots.size > 0}
      fallback={<p class="soft">{t().cells.empty}</p>}
    >
      <p class="soft">
        {t().cells.help} <span class="desk-keys">{t().cells.keys}</span>
      </p>
      <DayTabs dates={datesOf(forum.board())} labels={forum.board().days} selected={date()} onSelect={setDate} />
      <div class="desk-cells-bar">
        <p role="status">{cells().length === 0 ? t().cells.none : t().cells.chosen(cells().length)}</p>
        <Button disabled={cells().length === 0} onClick={() => void set({ type: 'open' })}>
          {t().cells.open}
        </Button>
        <Button disabled={cells().length === 0} onClick={() => void set({ type: 'closed' })}>
          {t().cells.close}
        </Button>
        <form
          class="desk-reserve"
          onSubmit={(event) => {
            event.preventDefault()
            void set({ type: 'reserved', collectiveId: owner() === '' ? null : owner() })
          }}
        >
          <select aria-label={t().cells.reserveFor} onChange={(event) => setOwner(event.currentTarget.value)}>
            <option value="">{t().cells.team}</option>
            <For each={[...forum.board().collectives.values()]}>
              {(collective) => (
                <option value={collective.id} selected={owner() === collective.id}>
                  {collective.name}
                </option>
              )}
            </For>
          </select>
          <Button type="submit" disabled={cells().length === 0}>
            {t().cells.reserve}
          </Button>
        </form>
        <Show when={cells().length > 0}>
          <Button look="quiet" onClick={() => setChosen(new Set<CellKey>())}>
            {t().cells.clear}
          </Button>
        </Show>
      </div>
      <CellsTable
        grid={grid()}
        caption={dayText(date() ?? '1970-01-01', language())}
        chosen={chosen()}
        onChosen={setChosen}
      />
    </Show>
  )
}
