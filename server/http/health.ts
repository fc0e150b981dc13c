import { Type } from 'typebox'
import { InstantField } from '../../shared/commands/fields.schema.ts'
import type { Pulse } from '../jobs/pulse.ts'
import type { App, Services } from '../services.ts'
import { answer, list, nullable } from './answers/fields.schema.ts'

const fields = Type.Object({
  ok: Type.Boolean({ description: 'Ready, and nothing is wrong.' }),
  version: Type.String(),
  live: Type.Boolean({ description: 'The process answers.' }),
  ready: Type.Boolean({ description: 'The board can be read.' }),
  degraded: Type.Boolean({ description: 'It serves, and something is wrong.' }),
  reasons: list(
    Type.Object({
      code: Type.Union([
        Type.Literal('read-only'),
        Type.Literal('mismatch'),
        Type.Literal('backup'),
        Type.Literal('unanswered'),
      ]),
      message: Type.String(),
      forum: nullable(Type.Number({ description: "The forum's number, where one is concerned." })),
      since: InstantField,
    }),
  ),
})

/** `GET /api/health`: 200 while people can be served, be it read-only; 503 when the database does not answer. */
export const healthRoute = (app: App, { config, troubles }: Services, pulse: Pulse): void => {
  app.get(
    '/api/health',
    {
      schema: {
        tags: ['house'],
        summary: 'Whether the server is live, ready, or degraded and why; and its version.',
        response: {
          200: answer('People can be served.', fields),
          503: answer('The database does not answer.', fields),
        },
      },
    },
    async (_request, reply) => {
      const ready = await pulse.beats()
      const reasons = troubles.all.map(({ kind, message, forumId, since }) => ({
        code: kind,
        message,
        forum: forumId,
        since,
      }))
      const degraded = reasons.length > 0
      void reply.code(ready ? 200 : 503).header('cache-control', 'no-store')
      return { ok: ready && !degraded, version: config.version, live: true, ready, degraded, reasons }
    },
  )
}
