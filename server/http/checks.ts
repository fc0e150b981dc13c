import { Type } from 'typebox'
import { Breath } from '../../db/breath.ts'
import type { Checks, Problem } from '../../shared/checks.ts'
import { Id } from '../../shared/commands/fields.schema.ts'
import type { Actor } from '../../shared/context.ts'
import type { Language } from '../../shared/language.ts'
import { affected, mendings, problems } from '../../shared/problems.ts'
import { findingsJson } from '../../shared/sentences.ts'
import type { Instant } from '../../shared/time.ts'
import { contextOf } from '../board/context-of.ts'
import type { LiveForum } from '../board/live-forum.ts'
import { requireAllowance } from '../plugins/allowance.ts'
import { languageOf } from '../plugins/errors.ts'
import { forumOf, requireFacilitator } from '../plugins/identity.ts'
import type { App, Services } from '../services.ts'
import { answer, CellField, list } from './answers/fields.schema.ts'
import { FindingField, Forbidden, Malformed, NotFound, TooFast, Unauthorized } from './answers/refusal.schema.ts'
import { SlugParams } from './params.schema.ts'

const Checked = answer(
  'Every placed session that a rule speaks of, and whom each rule would speak of if it were not off.',
  Type.Object(
    {
      problems: list(Type.Object({ sessionId: Id, findings: list(FindingField), mendings: list(CellField) })),
      affected: Type.Record(Type.String(), list(Id)),
    },
    {
      examples: [
        {
          problems: [
            {
              sessionId: '0b7c9a52-6f0e-4d4e-9a54-3f0f5c1f7c11',
              findings: [
                {
                  rule: 'room-holds',
                  level: 'hint',
                  message: 'B102 a 40 places, environ 62 personnes viendront.',
                  facts: { room: 'B102', capacity: 40, expected: 62 },
                },
              ],
              mendings: [{ roomId: 'hall', slotId: '2024-07-03-1100' }],
            },
          ],
          affected: { 'room-holds': ['0b7c9a52-6f0e-4d4e-9a54-3f0f5c1f7c11'] },
        },
      ],
    },
  ),
)

/** Looking for cells that would be better takes a while for each: between two the server does other things. */
const checksOf = async (forum: LiveForum, actor: Actor, now: Instant, language: Language): Promise<Checks> => {
  const { board } = forum.board
  const context = contextOf(forum, actor, now)
  const breath = new Breath()
  const found: Problem[] = []
  for (const [sessionId, findings] of problems(board, context)) {
    const session = board.sessions.get(sessionId)
    if (session === undefined) continue
    await breath.take()
    found.push({
      sessionId,
      findings: findingsJson(findings, language),
      mendings: mendings(board, session, context),
    })
  }
  return { problems: found, affected: Object.fromEntries(affected(board, context)) }
}

const underway = new WeakMap<LiveForum, Map<string, Promise<Checks>>>()

/** Every desk of a forum asks after the same entry: those that ask while an answer is being made get that one. */
const sharedChecks = (forum: LiveForum, actor: Actor, now: Instant, language: Language): Promise<Checks> => {
  const making = underway.get(forum) ?? new Map<string, Promise<Checks>>()
  underway.set(forum, making)
  const key = `${forum.board.seq} ${language}`
  const found = making.get(key) ?? checksOf(forum, actor, now, language).finally(() => making.delete(key))
  making.set(key, found)
  return found
}

/** What stands against a rule now: the desk's list, since only the server knows who is away and who would be torn. */
export const checksRoute = (app: App, services: Services): void => {
  app.get(
    '/api/forums/:slug/checks',
    {
      schema: {
        tags: ['board'],
        summary: 'Team: everything that stands against a rule now, with up to three mendings each.',
        params: SlugParams,
        response: { 200: Checked, 400: Malformed, 401: Unauthorized, 403: Forbidden, 404: NotFound, 429: TooFast },
      },
    },
    async (request, reply) => {
      const forum = await forumOf(services, request.params.slug)
      const person = await requireFacilitator(services.config, request, forum)
      requireAllowance(forum, person)
      const actor = { personId: person.id, role: person.role }
      const checks = await sharedChecks(forum, actor, services.clock.now(), languageOf(request))
      return reply.header('cache-control', 'no-store').send(checks)
    },
  )
}
