import { createContext, useContext } from 'solid-js'
import type { Hold } from './create-hold.ts'

const HoldContext = createContext<Hold>()

export const HoldProvider = HoldContext.Provider

/** The card in hand on this board. */
export const useHold = (): Hold => {
  const hold = useContext(HoldContext)
  if (hold === undefined) throw new Error('useHold outside the board')
  return hold
}
