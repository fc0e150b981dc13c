import { Type } from 'typebox'
import { Id, InstantField } from '../../shared/commands/fields.schema.ts'
import { requireAllowance } from '../plugins/allowance.ts'
import { forumOf, requirePerson } from '../plugins/identity.ts'
import type { App, Services } from '../services.ts'
import { answer, list, nullable, PersonField } from './answers/fields.schema.ts'
import { Malformed, NotFound, Unauthorized, writeErrors } from './answers/refusal.schema.ts'
import { NameField, nameOf } from './name.ts'
import { SlugParams } from './params.schema.ts'

const Me = answer(
  'Who this device is, what it starred, and what this person may still undo. Nobody else is ever told the stars.',
  Type.Object(
    {
      person: PersonField,
      stars: list(Id),
      undo: nullable(
        Type.Object(
          { commandId: Id, at: InstantField },
          {
            description: 'Their last action, for ten minutes, whatever device it came from: what `undo` is sent with.',
          },
        ),
      ),
    },
    {
      examples: [
        {
          person: { id: '7d1f2f0e-4f6a-4c52-8f0b-0d5b0a7b9c22', name: 'Ana', role: 'participant' },
          stars: ['0b7c9a52-6f0e-4d4e-9a54-3f0f5c1f7c11'],
          undo: { commandId: 'e3a1c6a2-8a43-4c1b-9a0e-6a2f0b8d7c55', at: 1_719_990_000_000 },
        },
      ],
    },
  ),
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
      return reply.header('cache-control', 'no-store').send({
        person,
        stars: forum.interest.starsOf(person.id),
        undo: forum.board.undoableBy(person.id),
      })
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
