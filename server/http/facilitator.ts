import { Type } from 'typebox'
import { findLink } from '../../db/links.ts'
import type { Person } from '../../shared/protocol.ts'
import type { LiveForum } from '../board/live-forum.ts'
import { forumOf, identify, setIdentityCookie } from '../plugins/identity.ts'
import type { RateLimits } from '../plugins/rate-limits.ts'
import { hashOf, newToken } from '../secrets.ts'
import type { App, Services } from '../services.ts'
import { answer, PersonField } from './answers/fields.schema.ts'
import { NotFound, Unauthorized, WrongSecret, writeErrors } from './answers/refusal.schema.ts'
import { httpError } from './http-error.ts'
import { NameField, nameOf } from './name.ts'
import { SlugParams } from './params.schema.ts'

const Facilitator = answer(
  'The device is of the team now. `token` only where the name came along.',
  Type.Object({ person: PersonField, token: Type.Optional(Type.String()) }),
)

const Body = Type.Object(
  { secret: Type.String({ minLength: 1, maxLength: 128 }), name: Type.Optional(NameField) },
  { additionalProperties: false },
)

/** The secret of a facilitator link, against the role. The link may be revoked while this runs: then it counts as wrong. */
const promote = async (forum: LiveForum, person: Person, linkId: number): Promise<Person> => {
  const facilitator = await forum.people.makeFacilitator(person, linkId)
  if (facilitator === null) throw httpError(403, 'wrong-secret')
  return facilitator
}

export const facilitatorRoute = (app: App, services: Services, { joins, wrongSecrets }: RateLimits): void => {
  app.post(
    '/api/forums/:slug/facilitator',
    {
      schema: {
        tags: ['people'],
        summary: 'Show the secret of a facilitator link. A device without a name joins first, or says its name here.',
        params: SlugParams,
        body: Body,
        response: { ...writeErrors, 200: Facilitator, 401: Unauthorized, 403: WrongSecret, 404: NotFound },
      },
    },
    async (request, reply) => {
      const { secret, name } = request.body
      const forum = await forumOf(services, request.params.slug)
      const linkId = await findLink(services.db, forum.id, hashOf(secret))
      if (linkId === undefined) {
        await wrongSecrets(request, forum.slug)
        throw httpError(403, 'wrong-secret')
      }
      const person = await identify(services.config, request, forum)
      if (person !== null) return { person: await promote(forum, person, linkId) }
      if (name === undefined) throw httpError(401, 'not-joined')
      await joins(request, forum.slug)
      const token = newToken()
      const joined = { name: nameOf(name), role: 'participant', tokenHash: hashOf(token), linkId: null } as const
      const facilitator = await promote(forum, await forum.people.add(joined), linkId)
      setIdentityCookie(reply, services.config, forum.slug, token)
      return { person: facilitator, token }
    },
  )
}
