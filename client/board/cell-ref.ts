import type { CellRef } from '../../shared/ids.ts'

/** Which cell an element of the board belongs to, by the mark that every cell bears; null outside of them. */
export const cellRefOf = (element: Element | null): CellRef | null => {
  const cell = element?.closest<HTMLElement>('[data-cell]')
  const [roomId, slotId] = cell?.dataset.cell?.split(' ') ?? []
  return roomId === undefined || slotId === undefined ? null : { roomId, slotId }
}
