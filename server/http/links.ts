import { Type } from 'typebox'
import { revokeLinks } from '../../db/links.ts'
import { addFacilitatorLink } from '../board/create-forum.ts'
import { facilitatorLink } from '../links.ts'
import { requireAllowance } from '../plugins/allowance.ts'
import { forumOf, requireFacilitator } from '../plugins/identity.ts'
import type { App, Services } from '../services.ts'
import { answer } from './answers/fields.schema.ts'
import { Forbidden, NotFound, Unauthorized, writeErrors } from './answers/refusal.schema.ts'
import { httpError } from './http-error.ts'
import { SlugParams } from './params.schema.ts'

const NewLink = answer(
  'The secret is shown this once; only its hash is kept.',
  Type.Object({ secret: Type.String(), link: Type.String() }),
)

const Body = Type.Object(
  {
    revoke: Type.Optional(
      Type.Boolean({ description: 'End all links there were; who came by one is a participant again, but for you.' }),
    ),
  },
  { additionalProperties: false },
)

export const linksRoute = (app: App, services: Services): void => {
  app.post(
    '/api/forums/:slug/links',
    {
      schema: {
        tags: ['people'],
        summary: 'Team: a new facilitator link.',
        params: SlugParams,
        body: Body,
        response: { ...writeErrors, 201: NewLink, 401: Unauthorized, 403: Forbidden, 404: NotFound },
      },
    },
    async (request, reply) => {
      const { clock, config, db } = services
      const forum = await forumOf(services, request.params.slug)
      const person = await requireFacilitator(services.config, request, forum)
      requireAllowance(forum, person)
      if (request.body.revoke === true) await revokeLinks(db, forum.id, clock.now())
      const { secret, linkId } = await addFacilitatorLink(services, forum.id)
      if (request.body.revoke === true) {
        // Whoever asked for it stays of the team, by the new link.
        if ((await forum.people.makeFacilitator(person, linkId)) === null) throw httpError(403, 'wrong-secret')
        await forum.people.refresh()
      }
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({ secret, link: facilitatorLink(config, forum.slug, secret) })
    },
  )
}
