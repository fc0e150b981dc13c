import type { Board, Offer } from '../../shared/board.ts'
import type { CellRef, PersonId, SessionId } from '../../shared/ids.ts'
import { hostsOf } from '../../shared/together.ts'

/** What would become of one of an offer's sessions. A cell that is null is the tray. */
export type Outcome =
  | { readonly type: 'moves'; readonly id: SessionId; readonly from: CellRef | null; readonly to: CellRef | null }
  | { readonly type: 'stays'; readonly id: SessionId; readonly at: CellRef | null }
  | { readonly type: 'inside'; readonly id: SessionId; readonly intoId: SessionId; readonly at: CellRef | null }

const cellOf = (board: Board, sessionId: SessionId): CellRef | null => {
  const placement = board.placements.get(sessionId)
  const slotId = placement?.slotIds[0]
  return placement === undefined || slotId === undefined ? null : { roomId: placement.roomId, slotId }
}

/** What accepting an offer would do now, session by session. */
export const outcomesOf = (
  board: Board,
  { kind, fromId, toId }: Pick<Offer, 'kind' | 'fromId' | 'toId'>,
): readonly [Outcome, Outcome] => {
  const [from, to] = [cellOf(board, fromId), cellOf(board, toId)]
  switch (kind) {
    case 'swap':
      return [
        { type: 'moves', id: fromId, from, to },
        { type: 'moves', id: toId, from: to, to: from },
      ]
    case 'yield':
      return [
        { type: 'moves', id: toId, from: to, to: from },
        { type: 'moves', id: fromId, from, to: null },
      ]
    case 'merge':
      return [
        { type: 'inside', id: fromId, intoId: toId, at: to ?? from },
        to === null ? { type: 'moves', id: toId, from: to, to: from } : { type: 'stays', id: toId, at: to },
      ]
    default:
      return kind satisfies never
  }
}

/** Of both the one that says most to somebody: who would be held with whom, else what becomes of their own session. */
export const gistOf = (board: Board, lines: readonly [Outcome, Outcome], you: PersonId): Outcome => {
  const isOwn = ({ id }: Outcome): boolean => {
    const session = board.sessions.get(id)
    return session !== undefined && hostsOf(board, session).includes(you)
  }
  return lines.find(({ type }) => type === 'inside') ?? lines.find(isOwn) ?? lines[1]
}
