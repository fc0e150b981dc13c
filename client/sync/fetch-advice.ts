import { type Advice, adviceContext } from '../../shared/advice.ts'
import type { Context } from '../../shared/context.ts'
import type { ForumSlug, PersonId, SessionId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import { ask } from './http.ts'

/** What the server alone knows of a card, for `verdictOf`. */
export type Advised = Partial<Pick<Context, 'torn' | 'isAway'>>

/** What the server advises for a card (I12); null where it does not answer, or not this person. */
export const fetchAdvice = async (
  slug: ForumSlug,
  sessionId: SessionId,
  you: PersonId | null,
  language: Language,
): Promise<Advised | null> => {
  const url = `/api/forums/${encodeURIComponent(slug)}/sessions/${encodeURIComponent(sessionId)}/advice`
  const answer = await ask<Advice>(url, language)
  return answer.type === 'ok' ? adviceContext(answer.value, you) : null
}
