import { Type } from 'typebox'
import type { App, Services } from '../services.ts'
import { answer } from './answers/fields.schema.ts'

const Healthy = answer('The server answers.', Type.Object({ ok: Type.Boolean(), version: Type.String() }))

export const healthRoute = (app: App, { config }: Services): void => {
  app.get(
    '/api/health',
    { schema: { tags: ['house'], summary: 'Whether the server lives, and its version.', response: { 200: Healthy } } },
    async () => ({ ok: true, version: config.version }),
  )
}
