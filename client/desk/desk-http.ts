import type { Entry } from '../../shared/events.ts'
import type { ForumSlug } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { Person } from '../../shared/protocol.ts'
import { ask, type Fetched } from '../sync/http.ts'

const forumUrl = (slug: ForumSlug): string => `/api/forums/${encodeURIComponent(slug)}`

/** Somebody without a phone, so that a paper card can be theirs. */
export const postPerson = (slug: ForumSlug, name: string, language: Language): Promise<Fetched<{ person: Person }>> =>
  ask<{ person: Person }>(`${forumUrl(slug)}/people`, language, { name })

/** A new link for the team; `revoke` ends the earlier ones. */
export const postLink = (slug: ForumSlug, revoke: boolean, language: Language): Promise<Fetched<{ link: string }>> =>
  ask<{ link: string }>(`${forumUrl(slug)}/links`, language, { revoke })

/** A turn of asking can't go on for ever, whatever the server answers. */
const TURNS = 60

/** The whole log, asked for in turns; null where the server didn't answer to the end. */
export const fetchLog = async (slug: ForumSlug, language: Language): Promise<readonly Entry[] | null> => {
  const entries: Entry[] = []
  for (let turn = 0; turn < TURNS; turn += 1) {
    const after = entries.at(-1)?.seq ?? 0
    const answer = await ask<{ entries: readonly Entry[] }>(`${forumUrl(slug)}/entries?after=${after}`, language)
    if (answer.type !== 'ok') return null
    if (answer.value.entries.length === 0) return entries
    entries.push(...answer.value.entries)
  }
  return entries
}
