import { newId } from '../../client/sync/new-id.ts'
import { createForum, submitAll } from '../../server/board/create-forum.ts'
import type { LiveForum } from '../../server/board/live-forum.ts'
import { hashOf, newSecret } from '../../server/secrets.ts'
import type { Core } from '../../server/services.ts'
import type { PersonId, SessionId } from '../../shared/ids.ts'
import type { ForumPlan } from '../../shared/plan.schema.ts'

export interface CrowdedForum {
  readonly forum: LiveForum
  /** Of each person's device, in the order of the people. */
  readonly tokens: readonly string[]
  readonly people: readonly PersonId[]
  /** The nth is hosted by the nth person, and has no place yet. */
  readonly sessions: readonly SessionId[]
}

/**
 * The forum "banc" with its market open, as many people, and of the first of them a session each.
 * @throws Error where the plan is refused
 */
export const crowdedForum = async (
  core: Core,
  plan: ForumPlan,
  size: { readonly people: number; readonly sessions: number },
): Promise<CrowdedForum> => {
  const made = await createForum(core, plan, 'banc')
  if (made.type === 'refused') throw new Error(made.refusal.code)
  const { forum, team } = made
  await submitAll(forum, team, [{ type: 'open-door', door: 'claim' }])
  const tokens = Array.from({ length: size.people }, newSecret)
  const sessions = Array.from({ length: size.sessions }, () => newId())
  const people: PersonId[] = []
  for (const [n, token] of tokens.entries()) {
    const tokenHash = hashOf(token)
    const person = await forum.people.add({ name: `Phone ${n}`, role: 'participant', tokenHash, linkId: null })
    people.push(person.id)
    const sessionId = sessions[n]
    if (sessionId !== undefined) await submitAll(forum, person, [{ type: 'propose', sessionId, title: `Sujet ${n}` }])
  }
  return { forum, tokens, people, sessions }
}
