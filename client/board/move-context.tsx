import { createContext, useContext } from 'solid-js'
import type { SessionId } from '../../shared/ids.ts'

/** Opens "Déplacer vers…" for a session. */
type Move = (sessionId: SessionId) => void

const MoveContext = createContext<Move>()

export const MoveProvider = MoveContext.Provider

/** Opens the lists of rooms and times for a card. */
export const useMove = (): Move => {
  const move = useContext(MoveContext)
  if (move === undefined) throw new Error('useMove outside the board')
  return move
}
