import type { BoardJson } from '../../shared/board-json.ts'
import type { Checks } from '../../shared/checks.ts'
import type { Entry } from '../../shared/events.ts'
import type { ForumSlug } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { KeptReason, Person } from '../../shared/protocol.ts'
import { ask, type Fetched } from '../sync/http.ts'

const forumUrl = (slug: ForumSlug): string => `/api/forums/${encodeURIComponent(slug)}`

/** Somebody without a phone, so that a paper card can be theirs. */
export const postPerson = (slug: ForumSlug, name: string, language: Language): Promise<Fetched<{ person: Person }>> =>
  ask<{ person: Person }>(`${forumUrl(slug)}/people`, language, { name })

/** A new link for the team; `revoke` ends the earlier ones. */
export const postLink = (slug: ForumSlug, revoke: boolean, language: Language): Promise<Fetched<{ link: string }>> =>
  ask<{ link: string }>(`${forumUrl(slug)}/links`, language, { revoke })

/** Entries that the server gives in one answer. */
export const logPage = 500

/** The next entries after that seq, up to a page; null where the server didn't answer. */
export const fetchEntries = async (
  slug: ForumSlug,
  after: number,
  language: Language,
): Promise<readonly Entry[] | null> => {
  const answer = await ask<{ entries: readonly Entry[] }>(`${forumUrl(slug)}/entries?after=${after}`, language)
  return answer.type === 'ok' ? answer.value.entries : null
}

/** How long the log is: the seq of its last entry; null where the server didn't say. */
export const fetchLastSeq = async (slug: ForumSlug, language: Language): Promise<number | null> => {
  const answer = await ask<{ seq: number }>(`${forumUrl(slug)}/history`, language)
  return answer.type === 'ok' ? answer.value.seq : null
}

/** What stands against a rule now; null where the server didn't answer. Only it knows who is away, and who is torn. */
export const fetchChecks = async (slug: ForumSlug, language: Language): Promise<Checks | null> => {
  const answer = await ask<Checks>(`${forumUrl(slug)}/checks`, language)
  return answer.type === 'ok' ? answer.value : null
}

/** Why sessions are where they are, of those that needed a reason; null where the server didn't answer. */
export const fetchReasons = async (slug: ForumSlug, language: Language): Promise<readonly KeptReason[] | null> => {
  const answer = await ask<{ reasons: readonly KeptReason[] }>(`${forumUrl(slug)}/reasons`, language)
  return answer.type === 'ok' ? answer.value.reasons : null
}

/** The board right after an entry; null where the server didn't give it. */
export const fetchMoment = async (slug: ForumSlug, seq: number, language: Language): Promise<BoardJson | null> => {
  const answer = await ask<{ board: BoardJson }>(`${forumUrl(slug)}/history?seq=${seq}`, language)
  return answer.type === 'ok' ? answer.value.board : null
}
