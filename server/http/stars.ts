import { Type } from 'typebox'
import { Id } from '../../shared/commands/fields.schema.ts'
import { decideStar } from '../../shared/decide-star.ts'
import { refusalJson } from '../../shared/sentences.ts'
import { requireAllowance } from '../plugins/allowance.ts'
import { languageOf } from '../plugins/errors.ts'
import { forumOf, requirePerson } from '../plugins/identity.ts'
import type { App, Services } from '../services.ts'
import { answer } from './answers/fields.schema.ts'
import { NotFound, Refused, Unauthorized, writeErrors } from './answers/refusal.schema.ts'
import { SessionParams } from './params.schema.ts'

const Starred = answer('As it is on disk now.', Type.Object({ sessionId: Id, on: Type.Boolean() }))

export const starsRoute = (app: App, services: Services): void => {
  app.put(
    '/api/forums/:slug/stars/:session',
    {
      schema: {
        tags: ['board'],
        summary: 'Say that a session interests you, or no longer does. Only counts are ever shown.',
        params: SessionParams,
        body: Type.Object({ on: Type.Boolean() }, { additionalProperties: false }),
        response: { ...writeErrors, 200: Starred, 401: Unauthorized, 404: NotFound, 409: Refused },
      },
    },
    async (request, reply) => {
      const { on } = request.body
      const sessionId = request.params.session
      const forum = await forumOf(services, request.params.slug)
      const person = await requirePerson(services.config, request, forum)
      requireAllowance(forum, person)
      const refusal = decideStar(forum.board.board, sessionId, {
        actor: { personId: person.id, role: person.role },
        now: services.clock.now(),
        interest: (id) => forum.interest.count(id),
      })
      if (refusal !== null) return reply.code(409).send({ refusal: refusalJson(refusal, languageOf(request)) })
      await forum.interest.set(person.id, sessionId, on)
      return { sessionId, on }
    },
  )
}
