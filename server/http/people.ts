import { Type } from 'typebox'
import { limits } from '../../shared/limits.ts'
import { fault } from '../../shared/refusals.ts'
import { refusalJson } from '../../shared/sentences.ts'
import { requireAllowance } from '../plugins/allowance.ts'
import { languageOf } from '../plugins/errors.ts'
import { forumOf, requireFacilitator } from '../plugins/identity.ts'
import type { App, Services } from '../services.ts'
import { answer, PersonField } from './answers/fields.schema.ts'
import { Forbidden, NotFound, Refused, Unauthorized, writeErrors } from './answers/refusal.schema.ts'
import { NameField, nameOf } from './name.ts'
import { SlugParams } from './params.schema.ts'

const Entered = answer('Somebody without a device, to be named as host.', Type.Object({ person: PersonField }))

export const peopleRoute = (app: App, services: Services): void => {
  app.post(
    '/api/forums/:slug/people',
    {
      schema: {
        tags: ['people'],
        summary: 'Team: enter somebody who has no phone, from a paper card.',
        params: SlugParams,
        body: Type.Object({ name: NameField }, { additionalProperties: false }),
        response: { ...writeErrors, 201: Entered, 401: Unauthorized, 403: Forbidden, 404: NotFound, 409: Refused },
      },
    },
    async (request, reply) => {
      const forum = await forumOf(services, request.params.slug)
      requireAllowance(forum, await requireFacilitator(services.config, request, forum))
      const name = nameOf(request.body.name)
      if (forum.people.size >= limits.peoplePerForum) {
        const refusal = fault('too-many', { limit: limits.peoplePerForum })
        return reply.code(409).send({ refusal: refusalJson(refusal, languageOf(request)) })
      }
      const person = await forum.people.add({ name, role: 'participant', tokenHash: null, linkId: null })
      return reply.code(201).send({ person })
    },
  )
}
