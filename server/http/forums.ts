import { Type } from 'typebox'
import { listForums } from '../../db/forums.ts'
import { limits } from '../../shared/limits.ts'
import { PlanSchema } from '../../shared/plan.schema.ts'
import { refusalJson } from '../../shared/sentences.ts'
import { createForum } from '../board/create-forum.ts'
import type { ExampleForums } from '../example/example-forum.ts'
import { forumLinks } from '../links.ts'
import { languageOf } from '../plugins/errors.ts'
import type { RateLimits } from '../plugins/rate-limits.ts'
import type { App, Services } from '../services.ts'
import { isSetUpSecret } from '../set-up.ts'
import { answer, list } from './answers/fields.schema.ts'
import { NotFound, Refused, WrongSecret, writeErrors } from './answers/refusal.schema.ts'
import { httpError } from './http-error.ts'

const Links = Type.Object({ participants: Type.String(), facilitators: Type.String(), wall: Type.String() })
const Created = answer(
  'The forum’s address, and the secret of its facilitator link, shown this once.',
  Type.Object({ slug: Type.String(), secret: Type.String(), links: Links }),
)
const Forums = answer(
  'The forums of this house, and whether the example is offered.',
  Type.Object({ forums: list(Type.Object({ slug: Type.String(), name: Type.String() })), example: Type.Boolean() }),
)

const Body = Type.Object(
  {
    secret: Type.String({ minLength: 1, maxLength: 128, description: 'Of the set-up link that the server printed.' }),
    plan: PlanSchema,
    slug: Type.Optional(Type.String({ minLength: 1, maxLength: 48, pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' })),
  },
  { additionalProperties: false },
)

export const forumsRoutes = (app: App, services: Services, limit: RateLimits, examples: ExampleForums): void => {
  app.get(
    '/api/forums',
    { schema: { tags: ['house'], summary: 'What is here.', response: { 200: Forums } } },
    async (_request, reply) => {
      const found = await Promise.all((await listForums(services.db)).map(({ slug }) => services.forums.find(slug)))
      const forums = found.flatMap((forum) =>
        forum === null ? [] : { slug: forum.slug, name: forum.board.board.frame.name },
      )
      return reply.header('cache-control', 'no-cache').send({ forums, example: await examples.isOffered() })
    },
  )

  app.post(
    '/api/forums',
    {
      bodyLimit: limits.planBytes,
      schema: {
        tags: ['house'],
        summary: 'Create a forum, with the secret of the set-up link.',
        body: Body,
        response: { ...writeErrors, 201: Created, 403: WrongSecret, 409: Refused },
      },
    },
    async (request, reply) => {
      const { secret, plan, slug } = request.body
      if (!(await isSetUpSecret(services.db, secret))) {
        await limit.wrongSecrets(request, 'set-up')
        throw httpError(403, 'wrong-secret')
      }
      await limit.forums(request, 'house')
      const creation = await createForum(services, plan, slug)
      if (creation.type === 'refused') {
        return reply.code(409).send({ refusal: refusalJson(creation.refusal, languageOf(request)) })
      }
      const links = forumLinks(services.config, creation.forum.slug, creation.secret)
      return reply.code(201).send({ slug: creation.forum.slug, secret: creation.secret, links })
    },
  )

  app.post(
    '/api/forums/example',
    {
      schema: {
        tags: ['house'],
        summary: 'Try the example: a forum for 350 people that starts tomorrow, filled. Anyone may be of its team.',
        body: Type.Object({}, { additionalProperties: false }),
        response: { ...writeErrors, 201: Created, 404: NotFound },
      },
    },
    async (_request, reply) => {
      if (!(await examples.isOffered())) throw httpError(404, 'no-example')
      const { slug, secret } = await examples.open()
      return reply.code(201).send({ slug, secret, links: forumLinks(services.config, slug, secret) })
    },
  )
}
