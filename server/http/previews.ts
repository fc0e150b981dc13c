import type { Command } from '../../shared/commands/command.schema.ts'
import type { Actor, Context } from '../../shared/context.ts'
import type { SessionId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import { damageOf } from '../../shared/mend/loss.ts'
import type { Other } from '../../shared/mend/others.ts'
import { type InWords, type MendPlanJson, type PreviewJson, preview, type WithOthers } from '../../shared/preview.ts'
import { type Finding, fault } from '../../shared/refusals.ts'
import { findingsJson, leftSentence, refusalJson } from '../../shared/sentences.ts'
import type { Instant } from '../../shared/time.ts'
import { contextOf } from '../board/context-of.ts'
import type { LiveForum } from '../board/live-forum.ts'
import { type ReasonFor, saidBefore } from '../board/said-before.ts'
import { reasonOf } from '../board/submission.ts'
import { requireAllowance } from '../plugins/allowance.ts'
import { languageOf } from '../plugins/errors.ts'
import { forumOf, requireFacilitator } from '../plugins/identity.ts'
import type { App, Services } from '../services.ts'
import { MendBody, Mended, PreviewBody, Previewed } from './answers/preview.schema.ts'
import { Forbidden, NotFound, Refused, Unauthorized, writeErrors } from './answers/refusal.schema.ts'
import { mendingFor } from './mending.ts'
import { SlugParams } from './params.schema.ts'

/** What the board's own context lacks: the reason that comes with it, the actor's last action, the board to go back to. */
const contextFor = async (
  forum: LiveForum,
  actor: Actor,
  now: Instant,
  command: Command,
  said: string | undefined,
): Promise<Context> => {
  const past = command.type === 'restore' ? await forum.board.history.after(command.seq) : null
  const undoable = forum.board.lastActionOf(actor.personId)
  const reasonFor: ReasonFor = (placement, by) => forum.reasons.givenFor(placement, by)
  const reason = reasonOf({ reason: said }) ?? saidBefore(command, undoable, reasonFor)
  return {
    // Only now, so that what was written while the past was read counts.
    ...contextOf(forum, actor, now),
    ...(past === null ? {} : { past: past.board }),
    ...(reason === undefined ? {} : { reason }),
    ...(undoable === undefined ? {} : { undoable }),
  }
}

const inWords = <T extends { readonly findings: readonly Finding[] }>(
  items: readonly T[],
  language: Language,
): readonly InWords<T>[] => items.map((item) => ({ ...item, findings: findingsJson(item.findings, language) }))

/** With where else each could go, the best first. */
const withOthers = <T extends { readonly sessionId: SessionId; readonly findings: readonly Finding[] }>(
  lines: readonly T[],
  others: ReadonlyMap<SessionId, readonly Other[]>,
  language: Language,
): readonly WithOthers<T>[] =>
  inWords(lines, language).map((line) => ({ ...line, others: inWords(others.get(line.sessionId) ?? [], language) }))

/** What would be, with all that only the server knows: for the desk, before anything is done. */
export const previewRoutes = (app: App, services: Services): void => {
  const mayAnswer = { ...writeErrors, 401: Unauthorized, 403: Forbidden, 404: NotFound }

  app.post(
    '/api/forums/:slug/checks/preview',
    {
      validatorCompiler: PreviewBody.validatorCompiler,
      schema: {
        tags: ['board'],
        summary: 'Team: what would a command come to, session by session?',
        params: SlugParams,
        body: PreviewBody.schema,
        response: { ...mayAnswer, 200: Previewed },
      },
    },
    async (request, reply) => {
      const forum = await forumOf(services, request.params.slug)
      const person = await requireFacilitator(services.config, request, forum)
      requireAllowance(forum, person)
      const { command, reason } = request.body
      const actor = { personId: person.id, role: person.role }
      const context = await contextFor(forum, actor, services.clock.now(), command, reason)
      const { seq, board } = forum.board
      const { outcome, sessions, left, events, refusal } = preview(board, command, context)
      const language = languageOf(request)
      const found: PreviewJson = {
        seq,
        outcome,
        sessions: inWords(sessions, language),
        left: left.map((each) => ({
          ...each,
          findings: findingsJson(each.findings, language),
          message: leftSentence(each, language),
        })),
        events,
        refusal: refusal === null ? null : refusalJson(refusal, language),
      }
      return reply.header('cache-control', 'no-store').send(found)
    },
  )

  app.post(
    '/api/forums/:slug/checks/mend',
    {
      schema: {
        tags: ['board'],
        summary:
          'Team: when a room, a slot or some hours drop out, who would have to go where, and where else could they?',
        params: SlugParams,
        body: MendBody,
        response: { ...mayAnswer, 200: Mended, 409: Refused },
      },
    },
    async (request, reply) => {
      const forum = await forumOf(services, request.params.slug)
      const person = await requireFacilitator(services.config, request, forum)
      requireAllowance(forum, person)
      const { body } = request
      const context = () => contextOf(forum, { personId: person.id, role: person.role }, services.clock.now())
      const language = languageOf(request)
      const damage = damageOf(forum.board.board, body.loss, context())
      if (typeof damage === 'string') return reply.code(409).send({ refusal: refusalJson(fault(damage), language) })
      const mending = await mendingFor(forum, body, context, () => reply.raw.destroyed)
      if (mending === null) return reply.hijack()
      const { seq, plan, others } = mending
      const found: MendPlanJson = {
        seq,
        moves: withOthers(plan.moves, others, language),
        homeless: withOthers(plan.homeless, others, language),
      }
      return reply.header('cache-control', 'no-store').send(found)
    },
  )
}
