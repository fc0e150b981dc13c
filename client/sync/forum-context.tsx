import { createContext, useContext } from 'solid-js'
import type { ForumStore } from './forum-store.ts'

const ForumContext = createContext<ForumStore>()

export const ForumProvider = ForumContext.Provider

/** The forum that the pages under its slug share. */
export const useForum = (): ForumStore => {
  const forum = useContext(ForumContext)
  if (forum === undefined) throw new Error('useForum outside the pages of a forum')
  return forum
}
