import { type Accessor, createMemo } from 'solid-js'
import { parkedSessions } from '../../shared/grid.ts'
import { useForum } from '../sync/forum-context.tsx'

/** How many sessions wait for a cell; what is held inside another does not. */
export const useParkedCount = (): Accessor<number> => {
  const forum = useForum()
  return createMemo(() => parkedSessions(forum.board()).length)
}
