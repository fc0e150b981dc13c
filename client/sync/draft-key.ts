import type { ForumSlug } from '../../shared/ids.ts'

/** Under which a device keeps what is being typed for a forum. */
export const draftKey = (slug: ForumSlug): string => `draft ${slug}`
