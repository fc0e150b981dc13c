import type { ForumSlug } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { ForumPlan } from '../../shared/plan.schema.ts'
import { ask, type Fetched } from '../sync/http.ts'

/** A forum that was just made, with the links to hand out. */
export interface CreatedForum {
  readonly slug: ForumSlug
  readonly links: { readonly participants: string; readonly facilitators: string; readonly wall: string }
}

/** Creates the planned forum, with the secret of the set-up link. */
export const createForum = (secret: string, plan: ForumPlan, language: Language): Promise<Fetched<CreatedForum>> =>
  ask<CreatedForum>('/api/forums', language, { secret, plan })
