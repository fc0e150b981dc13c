import type { BoardJson } from '../../shared/board-json.ts'
import type { Checks } from '../../shared/checks.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { DropOut, Loss } from '../../shared/commands/drop-out.schema.ts'
import type { Entry } from '../../shared/events.ts'
import type { ForumSlug } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { MendPlanJson, PreviewJson } from '../../shared/preview.ts'
import type { KeptReason, Person } from '../../shared/protocol.ts'
import type { Instant } from '../../shared/time.ts'
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

/** What a command would come to, with all that only the server knows; null where it didn't answer. Nothing is done. */
export const fetchPreview = async (
  slug: ForumSlug,
  command: Command,
  language: Language,
  signal: AbortSignal,
): Promise<PreviewJson | null> => {
  const answer = await ask<PreviewJson>(`${forumUrl(slug)}/checks/preview`, language, { command }, 'POST', signal)
  return answer.type === 'ok' ? answer.value : null
}

/** How a loss is mended, with all that only the server knows; null where it didn't answer. Nothing is done. */
export const fetchMending = async (
  slug: ForumSlug,
  loss: Loss,
  fixed: DropOut['moves'],
  language: Language,
  signal: AbortSignal,
): Promise<MendPlanJson | null> => {
  const answer = await ask<MendPlanJson>(`${forumUrl(slug)}/checks/mend`, language, { loss, fixed }, 'POST', signal)
  return answer.type === 'ok' ? answer.value : null
}

/** A board of the past, with the last entry that is in it and when that was written. */
export interface PastBoard {
  readonly seq: number
  readonly at: Instant
  readonly board: BoardJson
}

/** The board right after an entry, or at an instant; null where the server didn't give it. */
export const fetchMoment = async (
  slug: ForumSlug,
  when: { readonly seq: number } | { readonly at: Instant },
  language: Language,
): Promise<PastBoard | null> => {
  const query = 'seq' in when ? `seq=${when.seq}` : `at=${when.at}`
  const answer = await ask<PastBoard>(`${forumUrl(slug)}/history?${query}`, language)
  return answer.type === 'ok' ? answer.value : null
}
