import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { App, Services } from '../services.ts'

const description = `The HTTP side of forum-ouvert. Reading needs nothing. Writing needs the token that
\`POST /api/forums/{slug}/join\` gives, as \`Authorization: Bearer TOKEN\` or as the cookie it sets.

Changes as they happen come over a web socket at \`/api/forums/{slug}/live\`: say
\`{"type":"hello","protocol":2,"epoch":…,"seq":…}\` with what the snapshot gave, and get the entries after it.`

/** The page's own policy: it sets styles by attribute, which no page of ours does. Still nothing from elsewhere. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join(';')

/** OpenAPI at `/api/openapi.json`, and a page to read it at `/api/docs`. Registered before the routes it describes. */
export const apiDocs = async (app: App, { config }: Services): Promise<void> => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'forum-ouvert', version: config.version, description },
      servers: [{ url: '/' }],
      tags: [
        { name: 'board', description: 'The board of a forum.' },
        { name: 'people', description: 'Names, and the team.' },
        { name: 'house', description: 'The server and its forums.' },
      ],
      components: {
        securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      },
      security: [{}, { token: [] }],
    },
  })
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: pagePolicy,
    uiConfig: { docExpansion: 'list', validatorUrl: null },
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
