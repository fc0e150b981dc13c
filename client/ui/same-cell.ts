import type { Grid, GridCell } from '../../shared/grid.ts'
import { type CellKey, cellKey } from '../../shared/ids.ts'

/** All cells of a day by their place. */
export const cellsOf = (grid: Grid): ReadonlyMap<CellKey, GridCell> =>
  new Map(grid.rows.flatMap((row) => [...row.cells].map(([roomId, cell]) => [cellKey(roomId, row.slot.id), cell])))

/** Whether a cell shows what it showed before: a day is computed anew at each change, its cells mostly stay. */
export const sameCell = (a: GridCell | undefined, b: GridCell | undefined): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b)
