import type { Static } from 'typebox'
import { Breath } from '../../db/breath.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { Actor, Context } from '../../shared/context.ts'
import type { Language } from '../../shared/language.ts'
import { damageOf } from '../../shared/mend/loss.ts'
import { type MendPlan, mendSteps } from '../../shared/mend.ts'
import { type InWords, type MendPlanJson, type PreviewJson, preview } from '../../shared/preview.ts'
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

/** Plans that are being looked for, by forum: one at a time, so that a desk in a hurry never takes the whole server. */
const underway = new WeakMap<LiveForum, Promise<unknown>>()

/** The plan as of the board when its turn comes; null where who asked has left. Others go first between its steps. */
const planFor = async (
  forum: LiveForum,
  { loss, fixed = [] }: Static<typeof MendBody>,
  context: () => Context,
  hasLeft: () => boolean,
): Promise<(MendPlan & { readonly seq: number }) | null> => {
  const { seq, board } = forum.board
  const there = fixed.filter(({ sessionId }) => board.placements.has(sessionId))
  const steps = mendSteps(board, loss, context(), there)
  const breath = new Breath()
  for (;;) {
    if (hasLeft()) return null
    const step = steps.next()
    if (step.done === true) return { seq, ...step.value }
    await breath.take()
  }
}

/** Behind those that are underway. */
const inTurn = <T>(forum: LiveForum, work: () => Promise<T>): Promise<T> => {
  const before = underway.get(forum) ?? Promise.resolve()
  const mine = before.then(work, work)
  underway.set(forum, mine)
  return mine
}

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
        summary: 'Team: when a room, a slot or some hours drop out, who would have to go where?',
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
      const plan = await inTurn(forum, () => planFor(forum, body, context, () => reply.raw.destroyed))
      if (plan === null) return reply.hijack()
      const found: MendPlanJson = {
        ...plan,
        moves: inWords(plan.moves, language),
        homeless: inWords(plan.homeless, language),
      }
      return reply.header('cache-control', 'no-store').send(found)
    },
  )
}
