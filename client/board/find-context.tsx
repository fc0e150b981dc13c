import { createContext, useContext } from 'solid-js'
import type { Find } from './create-find.ts'

const FindContext = createContext<Find>()

export const FindProvider = FindContext.Provider

/** What is looked for on this board. */
export const useFind = (): Find => {
  const find = useContext(FindContext)
  if (find === undefined) throw new Error('useFind outside the board')
  return find
}
