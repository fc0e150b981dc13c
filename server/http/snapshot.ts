import { Type } from 'typebox'
import type { Encoding } from '../board/snapshot.ts'
import { forumOf } from '../plugins/identity.ts'
import type { App, Services } from '../services.ts'
import { SnapshotField } from './answers/board.schema.ts'
import { answer } from './answers/fields.schema.ts'
import { Malformed, NotFound } from './answers/refusal.schema.ts'
import { chooseEncoding } from './choose-encoding.ts'
import { matchesEtag } from './etag.ts'
import { SlugParams } from './params.schema.ts'

const Snapshot = answer('The board at (epoch, seq), with names and counts.', SnapshotField)

const NotModified = answer('Nothing changed since that ETag.', Type.Null())

/** The whole board, encoded and compressed once for everybody. */
export const snapshotRoute = (app: App, services: Services): void => {
  app.get(
    '/api/forums/:slug',
    {
      schema: {
        tags: ['board'],
        summary: 'The board as it is now. With If-None-Match: 304 where nothing changed.',
        params: SlugParams,
        response: { 200: Snapshot, 304: NotModified, 400: Malformed, 404: NotFound },
      },
    },
    async (request, reply) => {
      const forum = await forumOf(services, request.params.slug)
      const snapshot = forum.snapshot.current()
      void reply.headers({
        etag: snapshot.etag,
        'cache-control': 'no-cache',
        vary: 'accept-encoding',
        // Also beside a 304: the answer that it stands for is as old as it is.
        'server-time': services.clock.now(),
      })
      if (matchesEtag(request.headers['if-none-match'], snapshot.etag)) return reply.code(304).send()
      const encoding: Encoding = chooseEncoding(request.headers['accept-encoding'])
      const bytes = await snapshot.bytes(encoding)
      if (encoding !== 'identity') void reply.header('content-encoding', encoding)
      return reply.type('application/json; charset=utf-8').send(bytes)
    },
  )
}
