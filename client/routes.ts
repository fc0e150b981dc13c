import type { ForumSlug, RoomId, SessionId } from '../shared/ids.ts'

/** Every address of the product. */
export type Route =
  | { readonly type: 'welcome' }
  | { readonly type: 'setup' }
  | { readonly type: 'board'; readonly slug: ForumSlug }
  | { readonly type: 'path'; readonly slug: ForumSlug }
  | { readonly type: 'session'; readonly slug: ForumSlug; readonly sessionId: SessionId }
  | { readonly type: 'room'; readonly slug: ForumSlug; readonly roomId: RoomId }
  | { readonly type: 'wall'; readonly slug: ForumSlug }
  | { readonly type: 'desk'; readonly slug: ForumSlug }
  | { readonly type: 'print'; readonly slug: ForumSlug }
  | { readonly type: 'missing' }

/** Null where the address is not well encoded. */
const words = (path: string): readonly string[] | null => {
  try {
    return path.split('/').slice(1).map(decodeURIComponent)
  } catch {
    return null
  }
}

/** The page of a path such as "/brest-2024/room/b102". */
export const routeOf = (path: string): Route => {
  const [slug = '', page, id, more] = words(path) ?? []
  if (slug === '') return path === '/' ? { type: 'welcome' } : { type: 'missing' }
  if (slug === 'new' && page === undefined) return { type: 'setup' }
  if (page === undefined) return { type: 'board', slug }
  if (more !== undefined) return { type: 'missing' }
  if (id === undefined) {
    if (page === 'me') return { type: 'path', slug }
    if (page === 'wall') return { type: 'wall', slug }
    if (page === 'desk') return { type: 'desk', slug }
    if (page === 'print') return { type: 'print', slug }
    return { type: 'missing' }
  }
  if (id === '') return { type: 'missing' }
  if (page === 'sessions') return { type: 'session', slug, sessionId: id }
  if (page === 'room') return { type: 'room', slug, roomId: id }
  return { type: 'missing' }
}
