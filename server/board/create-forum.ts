import { randomUUID } from 'node:crypto'
import { addLink } from '../../db/links.ts'
import { storeForum } from '../../db/new-forum.ts'
import { emptyBoard } from '../../shared/board.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import { decide } from '../../shared/decide.ts'
import type { Entry } from '../../shared/events.ts'
import { evolveEntry } from '../../shared/evolve.ts'
import type { ForumSlug } from '../../shared/ids.ts'
import type { ForumPlan } from '../../shared/plan.schema.ts'
import { draftBoard, planCommands } from '../../shared/plan.ts'
import type { Person } from '../../shared/protocol.ts'
import { fault, type Refusal } from '../../shared/refusals.ts'
import type { Instant } from '../../shared/time.ts'
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

/** The log that commands make from nothing; they were tried on a draft before. */
const firstEntries = (commands: readonly Command[], team: Person, at: Instant): readonly Entry[] => {
  const context = { actor: { personId: team.id, role: team.role }, now: at, interest: () => 0 }
  const entries: Entry[] = []
  let board = emptyBoard
  for (const command of commands) {
    const decision = decide(board, command, context)
    if (decision.type === 'refused') throw new Error(`${command.type} was refused: ${decision.refusal.code}`)
    const entry = { seq: entries.length + 1, commandId: randomUUID(), by: team.id, at, events: decision.events }
    entries.push(entry)
    board = evolveEntry(board, entry)
  }
  return entries
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
 * Makes a forum of a plan, or says why not; then nothing was written. The plan is tried on a draft first, and decided upon
 * by the same commands and rules as everything else; what they make is written in one transaction (S4).
 * @param slug the address that is wanted; without one, the first free one made of the name
 * @param kind of an example's team anyone may be
 */
export const createForum = async (
  core: Core,
  plan: ForumPlan,
  slug?: ForumSlug,
  kind: 'real' | 'example' = 'real',
): Promise<Creation> => {
  const now = core.clock.now()
  const commands = planCommands(plan)
  const draft = draftBoard(commands, now)
  if (draft.type === 'refused') return { type: 'refused', refusal: draft.refusal }
  const team: Person = { id: randomUUID(), name: 'Équipe d’animation', role: 'facilitator' }
  const secret = newSecret()
  const row = await storeForum(core.db, {
    slugs: slug === undefined ? slugsFor(plan.name) : isSlug(slug) ? [slug] : [],
    createdAt: now,
    isExample: kind === 'example',
    team,
    secretHash: hashOf(secret),
    entries: firstEntries(commands, team, now),
  })
  if (row === null) return { type: 'refused', refusal: fault('already-exists') }
  const forum = await core.forums.find(row.slug)
  if (forum === null) throw new Error(`forum ${row.slug} vanished while it was made`)
  return { type: 'created', forum, team, secret }
}
