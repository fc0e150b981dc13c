import type { ForumSlug, SessionId } from '../../shared/ids.ts'

const keyOf = (slug: ForumSlug): string => `held ${slug}`

/** Which card was in hand before the page was loaded again; of this tab only. */
export const readHeld = (storage: Pick<Storage, 'getItem'>, slug: ForumSlug): SessionId | null =>
  storage.getItem(keyOf(slug))

/** Remembers the card in hand, so that a reload or a glance at another page does not drop it. */
export const keepHeld = (
  storage: Pick<Storage, 'setItem' | 'removeItem'>,
  slug: ForumSlug,
  sessionId: SessionId | null,
): void => {
  if (sessionId === null) storage.removeItem(keyOf(slug))
  else storage.setItem(keyOf(slug), sessionId)
}
