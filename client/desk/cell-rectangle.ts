import { type CellKey, cellKey, type RoomId, type SlotId } from '../../shared/ids.ts'

/** A place in the table of cells: which open slot, which room, both from 0. */
export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** All cells between two corners, whichever way they lie, so that a fast hand skips none. */
export const cellsBetween = (
  a: CellPlace,
  b: CellPlace,
  slots: readonly SlotId[],
  rooms: readonly RoomId[],
): readonly CellKey[] =>
  slots
    .slice(Math.min(a.row, b.row), Math.max(a.row, b.row) + 1)
    .flatMap((slotId) =>
      rooms
        .slice(Math.min(a.column, b.column), Math.max(a.column, b.column) + 1)
        .map((roomId) => cellKey(roomId, slotId)),
    )

/** The chosen cells with others chosen too, or no longer. */
export const withCells = (
  chosen: ReadonlySet<CellKey>,
  keys: readonly CellKey[],
  isOn: boolean,
): ReadonlySet<CellKey> => {
  const next = new Set(chosen)
  for (const key of keys) {
    if (isOn) next.add(key)
    else next.delete(key)
  }
  return next
}
