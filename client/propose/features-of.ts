import type { Board } from '../../shared/board.ts'

/** What the rooms offer, commonest first: the needs that have a box to tick. */
export const featuresOf = (board: Board): readonly string[] => {
  const counts = new Map<string, number>()
  for (const room of board.rooms.values()) {
    for (const feature of room.features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || a.localeCompare(b)).map(([feature]) => feature)
}
