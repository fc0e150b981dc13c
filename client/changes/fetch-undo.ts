import type { CommandId, ForumSlug } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { Instant } from '../../shared/time.ts'
import { ask } from '../sync/http.ts'

/** The last action of this device's person, by whatever device they did it. */
export interface Undoable {
  readonly commandId: CommandId
  /** Server time. */
  readonly at: Instant
}

/** What the server would still undo; null where that is nothing, undefined where it did not answer. */
export const fetchUndo = async (slug: ForumSlug, language: Language): Promise<Undoable | null | undefined> => {
  const answer = await ask<{ undo: Undoable | null }>(`/api/forums/${encodeURIComponent(slug)}/me`, language)
  return answer.type === 'ok' ? answer.value.undo : undefined
}
