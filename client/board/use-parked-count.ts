import type { Accessor } from 'solid-js'
import { useForum } from '../sync/forum-context.tsx'

/** How many sessions wait for a cell. */
export const useParkedCount = (): Accessor<number> => {
  const forum = useForum()
  return () => forum.board().sessions.size - forum.board().placements.size
}
