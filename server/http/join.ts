import { Type } from 'typebox'
import { limits } from '../../shared/limits.ts'
import { fault } from '../../shared/refusals.ts'
import { refusalJson } from '../../shared/sentences.ts'
import { requireAllowance } from '../plugins/allowance.ts'
import { languageOf } from '../plugins/errors.ts'
import { forumOf, identify, setIdentityCookie, tokenOf } from '../plugins/identity.ts'
import type { RateLimits } from '../plugins/rate-limits.ts'
import { hashOf, newToken } from '../secrets.ts'
import type { App, Services } from '../services.ts'
import { answer, PersonField } from './answers/fields.schema.ts'
import { NotFound, Refused, writeErrors } from './answers/refusal.schema.ts'
import { NameField, nameOf } from './name.ts'
import { SlugParams } from './params.schema.ts'

const Joined = answer(
  'The person, and the device’s token. The cookie holds it too.',
  Type.Object({ person: PersonField, token: Type.String() }),
)

/** A name is all it takes (I1). */
export const joinRoute = (app: App, services: Services, { joins }: RateLimits): void => {
  app.post(
    '/api/forums/:slug/join',
    {
      schema: {
        tags: ['people'],
        summary: 'Say your name. A device that is known already keeps its person, under this name.',
        params: SlugParams,
        body: Type.Object({ name: NameField }, { additionalProperties: false }),
        response: { ...writeErrors, 201: Joined, 404: NotFound, 409: Refused },
      },
    },
    async (request, reply) => {
      const name = nameOf(request.body.name)
      const forum = await forumOf(services, request.params.slug)
      const known = await identify(services.config, request, forum)
      const shown = tokenOf(services.config, request, forum.slug)
      if (known !== null && shown !== null) {
        // A new name goes by the same purse as everywhere else (I4); to say the same again changes nothing.
        if (known.name !== name) requireAllowance(forum, known)
        const person = known.name === name ? known : await forum.people.rename(known, name)
        setIdentityCookie(reply, services.config, forum.slug, shown)
        return reply.code(201).send({ person, token: shown })
      }
      await joins(request, forum.slug)
      if (forum.people.size >= limits.peoplePerForum) {
        const refusal = fault('too-many', { limit: limits.peoplePerForum })
        return reply.code(409).send({ refusal: refusalJson(refusal, languageOf(request)) })
      }
      const token = newToken()
      const person = await forum.people.add({ name, role: 'participant', tokenHash: hashOf(token), linkId: null })
      setIdentityCookie(reply, services.config, forum.slug, token)
      return reply.code(201).send({ person, token })
    },
  )
}
