import type { ForumSlug } from '../shared/ids.ts'
import type { Config } from './config.ts'

/** The addresses that a new forum is handed over with. */
export interface ForumLinks {
  readonly participants: string
  readonly facilitators: string
  readonly wall: string
}

/** The secret travels in the fragment, which a browser never sends: it stays out of logs and Referer. */
export const facilitatorLink = (config: Config, slug: ForumSlug, secret: string): string =>
  `${config.publicUrl}/${slug}/desk#${secret}`

export const forumLinks = (config: Config, slug: ForumSlug, secret: string): ForumLinks => ({
  participants: `${config.publicUrl}/${slug}`,
  facilitators: facilitatorLink(config, slug, secret),
  wall: `${config.publicUrl}/${slug}/wall`,
})

export const setUpLink = (config: Config, secret: string): string => `${config.publicUrl}/new#${secret}`
