import { createEffect } from 'solid-js'
import type { ForumStore } from '../sync/forum-store.ts'

/** Read by the page that the installed app opens with, see `main.tsx`. */
const key = 'last forum'

/** Remembers which forum this device was in last: the installed app opens there. */
export const rememberForum = (storage: Pick<Storage, 'setItem'>, { slug, load }: ForumStore): void => {
  createEffect(() => {
    if (load() !== 'ready') return
    try {
      storage.setItem(key, slug)
    } catch {
      // A full or forbidden storage: the app then opens with its first page.
    }
  })
}
