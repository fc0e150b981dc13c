import { randomUUID } from 'node:crypto'
import { erasePerson } from '../../../db/erase.ts'
import { revokeLinks } from '../../../db/links.ts'
import { addFacilitatorLink, createForum } from '../../../server/board/create-forum.ts'
import type { LiveForum } from '../../../server/board/live-forum.ts'
import { hashOf, newToken } from '../../../server/secrets.ts'
import type { Services } from '../../../server/services.ts'
import type { Command } from '../../../shared/commands/command.schema.ts'
import type { ForumPlan } from '../../../shared/plan.schema.ts'
import type { Person } from '../../../shared/protocol.ts'
import type { Device } from '../../support/test-app.ts'

/** Who a token may belong to, seen from one forum. */
export const roles = [
  'visitor',
  'erased',
  'foreign participant',
  'foreign facilitator',
  'revoked',
  'participant',
  'host',
  'facilitator',
] as const
export type Role = (typeof roles)[number]

/** A token of each role; a visitor has none. `guest` hosts a session of their own. */
export type Tokens = Readonly<Record<Exclude<Role, 'visitor'> | 'guest', Device>>

/** A forum with somebody of each role, and nothing proposed yet; all doors open. */
export interface ForumOfRoles {
  readonly forum: LiveForum
  /** Of its facilitator link that still works. */
  readonly secret: string
  readonly tokens: Tokens
  /** @throws Error where it is refused */
  submit(who: Person, command: Command, id?: string): Promise<void>
}

const arrive = async (forum: LiveForum, name: string, linkId: number | null = null): Promise<Device> => {
  const token = newToken()
  const person = await forum.people.add({ name, role: 'participant', tokenHash: hashOf(token), linkId: null })
  const promoted = linkId === null ? null : await forum.people.makeFacilitator(person, linkId)
  return { person: promoted ?? person, token }
}

/** Makes the forum, and lets a link be revoked and somebody be erased in it. */
export const forumOfRoles = async (
  services: Services,
  plan: ForumPlan,
  slug: string,
  foreign: { readonly participant: Device; readonly facilitator: Device },
): Promise<ForumOfRoles> => {
  const created = await createForum(services, plan, slug)
  if (created.type === 'refused') throw new Error(created.refusal.code)
  const { forum, team } = created
  const old = await addFacilitatorLink(services, forum.id)
  const revoked = await arrive(forum, 'Révoquée', old.linkId)
  await revokeLinks(services.db, forum.id, services.clock.now())
  const { secret, linkId } = await addFacilitatorLink(services, forum.id)
  const erased = await arrive(forum, 'Effacée')
  await erasePerson(services.db, forum.id, erased.person.id)
  await forum.people.refresh()
  const submit: ForumOfRoles['submit'] = async (who, command, id = randomUUID()) => {
    const { role } = forum.people.get(who.id) ?? who
    const answer = await forum.board.submit({ id, command, actor: { personId: who.id, role } })
    if (answer.type === 'refused') throw new Error(`${command.type}: ${JSON.stringify(answer.refusal)}`)
  }
  await submit(team, { type: 'open-door', door: 'claim' })
  return {
    forum,
    secret,
    submit,
    tokens: {
      erased,
      revoked,
      'foreign participant': foreign.participant,
      'foreign facilitator': foreign.facilitator,
      participant: await arrive(forum, 'Participante'),
      host: await arrive(forum, 'Porteuse'),
      guest: await arrive(forum, 'Invitée'),
      facilitator: await arrive(forum, 'Équipière', linkId),
    },
  }
}

/** The person behind a token in a forum, by the way that every request and every socket goes. */
export const personBehind = async (forum: LiveForum, { tokens }: ForumOfRoles, role: Role): Promise<Person | null> =>
  role === 'visitor' ? null : forum.people.byToken(hashOf(tokens[role].token))
