import { Type } from 'typebox'
import { Id, InstantField } from '../../shared/commands/fields.schema.ts'
import { forumOf, requireFacilitator } from '../plugins/identity.ts'
import type { App, Services } from '../services.ts'
import { answer, list } from './answers/fields.schema.ts'
import { Forbidden, Malformed, NotFound, Unauthorized } from './answers/refusal.schema.ts'
import { SlugParams } from './params.schema.ts'

const example = {
  sessionId: '0b7c9a52-6f0e-4d4e-9a54-3f0f5c1f7c11',
  seq: 412,
  at: 1_719_990_000_000,
  by: '7d1f2f0e-4f6a-4c52-8f0b-0d5b0a7b9c22',
  reason: 'La salle d’à côté n’a pas de boucle magnétique.',
}

const Reasons = answer(
  'Why sessions are where they are, of those that were placed with a reason; in the order of the log.',
  Type.Object(
    {
      reasons: list(
        Type.Object({ sessionId: Id, seq: Type.Integer(), at: InstantField, by: Id, reason: Type.String() }),
      ),
    },
    { examples: [{ reasons: [example] }] },
  ),
)

export const reasonsRoute = (app: App, services: Services): void => {
  app.get(
    '/api/forums/:slug/reasons',
    {
      schema: {
        tags: ['board'],
        summary: 'Team: the reasons that hosts gave where a rule asked for one.',
        params: SlugParams,
        response: { 200: Reasons, 400: Malformed, 401: Unauthorized, 403: Forbidden, 404: NotFound },
      },
    },
    async (request, reply) => {
      const forum = await forumOf(services, request.params.slug)
      await requireFacilitator(services.config, request, forum)
      return reply.header('cache-control', 'no-store').send({ reasons: forum.reasons.all })
    },
  )
}
