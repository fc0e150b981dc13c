import type { RoomId } from '../../shared/ids.ts'

export const ways = ['up', 'down'] as const
export type Way = (typeof ways)[number]

/** The list with one of it moved by one; null where it stands at the end already. */
export const movedBy = (ids: readonly RoomId[], id: RoomId, way: Way): readonly RoomId[] | null => {
  const from = ids.indexOf(id)
  const to = way === 'up' ? from - 1 : from + 1
  const other = ids[to]
  return from < 0 || other === undefined ? null : ids.with(to, id).with(from, other)
}
