import { randomUUID } from 'node:crypto'
import { createForum as insertForum } from '../../db/forums.ts'
import { addLink } from '../../db/links.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { ForumSlug } from '../../shared/ids.ts'
import type { ForumPlan } from '../../shared/plan.schema.ts'
import { draftBoard, planCommands } from '../../shared/plan.ts'
import type { Person } from '../../shared/protocol.ts'
import { fault, type Refusal } from '../../shared/refusals.ts'
import { hashOf, newSecret } from '../secrets.ts'
import type { Core } from '../services.ts'
import type { LiveForum } from './live-forum.ts'
import { isSlug, slugsFor } from './slug.ts'

export interface CreatedForum {
  readonly type: 'created'
  readonly forum: LiveForum
  /** Of the first facilitator link; only its hash is kept. */
  readonly secret: string
  /** Somebody without a device, by whom the forum's first entries are. */
  readonly team: Person
}

export type Creation = CreatedForum | { readonly type: 'refused'; readonly refusal: Refusal }

const insertAt = async (core: Core, slugs: Iterable<ForumSlug>): Promise<ForumSlug | null> => {
  for (const slug of slugs) {
    const row = await insertForum(core.db, { slug, createdAt: core.clock.now() })
    if (row !== 'slug-taken') return slug
  }
  return null
}

/**
 * Sends commands of the team in order; they are written together.
 * @throws Error where one is refused: they were tried on a draft before, so only the disk can be the reason
 */
export const submitAll = async (forum: LiveForum, team: Person, commands: readonly Command[]): Promise<void> => {
  const actor = { personId: team.id, role: team.role }
  const answers = await Promise.all(commands.map((command) => forum.board.submit({ id: randomUUID(), command, actor })))
  const index = answers.findIndex(({ type }) => type === 'refused')
  const answer = answers[index]
  if (answer?.type !== 'refused') return
  throw new Error(`${commands[index]?.type} was refused: ${answer.refusal.code}`)
}

export interface NewLink {
  readonly linkId: number
  /** Nowhere kept: whoever is to have it must be told now. */
  readonly secret: string
}

/** A new facilitator link. */
export const addFacilitatorLink = async ({ db, clock }: Core, forumId: number): Promise<NewLink> => {
  const secret = newSecret()
  return { secret, linkId: await addLink(db, forumId, hashOf(secret), clock.now()) }
}

/**
 * Makes a forum of a plan, or says why not; then nothing was written. The plan is tried on a draft first (S4), and goes
 * through the same commands, decisions and commit as everything else.
 * @param slug the address that is wanted; without one, the first free one made of the name
 */
export const createForum = async (core: Core, plan: ForumPlan, slug?: ForumSlug): Promise<Creation> => {
  const commands = planCommands(plan)
  const draft = draftBoard(commands, core.clock.now())
  if (draft.type === 'refused') return { type: 'refused', refusal: draft.refusal }
  const wanted = slug === undefined ? slugsFor(plan.name) : isSlug(slug) ? [slug] : []
  const taken = await insertAt(core, wanted)
  if (taken === null) return { type: 'refused', refusal: fault('already-exists') }
  const forum = await core.forums.find(taken)
  if (forum === null) throw new Error(`forum ${taken} vanished while it was made`)
  const team = await forum.people.add({
    name: 'Équipe d’animation',
    role: 'facilitator',
    tokenHash: null,
    linkId: null,
  })
  await submitAll(forum, team, commands)
  const { secret } = await addFacilitatorLink(core, forum.id)
  return { type: 'created', forum, team, secret }
}
