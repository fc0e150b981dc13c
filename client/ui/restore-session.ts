import type { Board } from '../../shared/board.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { SessionId } from '../../shared/ids.ts'

/**
 * What would bring a session back as it is on this board: proposed for its hosts, pinned where it was, locked if it was.
 * @param as its new id: that of a withdrawn session is never used again
 */
export const restoreSession = (board: Board, sessionId: SessionId, as: SessionId): readonly Command[] => {
  const session = board.sessions.get(sessionId)
  if (session === undefined) return []
  const { id: _, locked, hosts, tags, needs, links, ...rest } = session
  const placement = board.placements.get(sessionId)
  const [slotId] = placement?.slotIds ?? []
  return [
    {
      type: 'propose',
      sessionId: as,
      hosts: [...hosts],
      tags: [...tags],
      needs: [...needs],
      links: [...links],
      ...rest,
    },
    ...(placement === undefined || slotId === undefined
      ? []
      : [{ type: 'claim', sessionId: as, roomId: placement.roomId, slotId } as const]),
    ...(locked ? [{ type: 'lock', sessionId: as } as const] : []),
  ]
}
