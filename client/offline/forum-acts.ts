import { createComponent } from 'solid-js'
import { ForumProvider } from '../sync/forum-context.tsx'
import type { ForumStore } from '../sync/forum-store.ts'
import { type Acts, useActs } from '../ui/use-acts.ts'

/** The acts on a forum, for what is said outside of its pages. Call it under an owner. */
export const actsOn = (forum: ForumStore): Acts | null => {
  let acts: Acts | null = null
  createComponent(ForumProvider, {
    value: forum,
    get children() {
      acts = useActs()
      return undefined
    },
  })
  return acts
}
