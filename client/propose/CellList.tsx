import { For, Show } from 'solid-js'
import type { CellRef } from '../../shared/ids.ts'
import type { OfferedCells } from './create-cells.ts'
import { OfferButton } from './OfferButton.tsx'

interface CellListProps {
  readonly offered: OfferedCells
  /** Slots that the session takes. */
  readonly length: number
  readonly onChoose: (cell: CellRef) => void
}

/** Cells to take with one tap each, the best first. */
export const CellList = (props: CellListProps) => (
  <ul class="where">
    <For each={props.offered.cells()}>
      {(cell) => (
        <li>
          <Show when={props.offered.verdictOf(cell)}>
            {(verdict) => (
              <OfferButton
                cell={cell}
                length={props.length}
                verdict={verdict()}
                onChoose={() => props.onChoose(cell)}
              />
            )}
          </Show>
        </li>
      )}
    </For>
  </ul>
)
