import type { ForumSlug } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import { ask, type Fetched } from '../sync/http.ts'

/** What the welcome page lists. */
export interface ForumsHere {
  readonly forums: readonly { readonly slug: ForumSlug; readonly name: string }[]
  /** Whether this server offers the example. */
  readonly example: boolean
}

/** The forums of this server. */
export const readForums = (language: Language): Promise<Fetched<ForumsHere>> => ask<ForumsHere>('/api/forums', language)

/** The example, with its links: anybody may be of its team. */
export interface Example {
  readonly slug: ForumSlug
  readonly links: { readonly participants: string; readonly facilitators: string }
}

/** Makes the example forum, or finds it where somebody made it before. */
export const openExample = (language: Language): Promise<Fetched<Example>> =>
  ask<Example>('/api/forums/example', language, {})
