import { Type } from 'typebox'
import { readEntries } from '../../db/entries.ts'
import { forumOf, requireFacilitator } from '../plugins/identity.ts'
import type { App, Services } from '../services.ts'
import { EntryField } from './answers/board.schema.ts'
import { answer, list } from './answers/fields.schema.ts'
import { Forbidden, Malformed, NotFound, Unauthorized } from './answers/refusal.schema.ts'
import { SlugParams } from './params.schema.ts'

/** Entries in one answer; the next page begins after the last of them. */
const page = 500

const Entries = answer(
  `Up to ${page} entries after that seq, oldest first.`,
  Type.Object({ entries: list(EntryField) }),
)

const Query = Type.Object(
  { after: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })) },
  { additionalProperties: false },
)

export const entriesRoute = (app: App, services: Services): void => {
  app.get(
    '/api/forums/:slug/entries',
    {
      schema: {
        tags: ['board'],
        summary: 'Team: who did what.',
        params: SlugParams,
        querystring: Query,
        response: { 200: Entries, 400: Malformed, 401: Unauthorized, 403: Forbidden, 404: NotFound },
      },
    },
    async (request, reply) => {
      const forum = await forumOf(services, request.params.slug)
      await requireFacilitator(services.config, request, forum)
      const entries = await readEntries(services.db, forum.id, request.query.after ?? 0, page)
      return reply.header('cache-control', 'no-store').send({ entries })
    },
  )
}
