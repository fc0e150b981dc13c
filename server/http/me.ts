import { Type } from 'typebox'
import { Id } from '../../shared/commands/fields.schema.ts'
import { requireAllowance } from '../plugins/allowance.ts'
import { forumOf, requirePerson } from '../plugins/identity.ts'
import type { App, Services } from '../services.ts'
import { answer, list, PersonField } from './answers/fields.schema.ts'
import { Malformed, NotFound, Unauthorized, writeErrors } from './answers/refusal.schema.ts'
import { NameField, nameOf } from './name.ts'
import { SlugParams } from './params.schema.ts'

const Me = answer(
  'Who this device is, and what it starred. Nobody else is ever told the stars.',
  Type.Object({ person: PersonField, stars: list(Id) }),
)
const Renamed = answer('The person, under the new name.', Type.Object({ person: PersonField }))

export const meRoutes = (app: App, services: Services): void => {
  app.get(
    '/api/forums/:slug/me',
    {
      schema: {
        tags: ['people'],
        summary: 'Who am I?',
        params: SlugParams,
        response: { 200: Me, 400: Malformed, 401: Unauthorized, 404: NotFound },
      },
    },
    async (request, reply) => {
      const forum = await forumOf(services, request.params.slug)
      const person = await requirePerson(services.config, request, forum)
      return reply.header('cache-control', 'no-store').send({ person, stars: forum.interest.starsOf(person.id) })
    },
  )

  app.patch(
    '/api/forums/:slug/me',
    {
      schema: {
        tags: ['people'],
        summary: 'Correct your name.',
        params: SlugParams,
        body: Type.Object({ name: NameField }, { additionalProperties: false }),
        response: { ...writeErrors, 200: Renamed, 401: Unauthorized, 404: NotFound },
      },
    },
    async (request) => {
      const forum = await forumOf(services, request.params.slug)
      const person = await requirePerson(services.config, request, forum)
      requireAllowance(forum, person)
      return { person: await forum.people.rename(person, nameOf(request.body.name)) }
    },
  )
}
