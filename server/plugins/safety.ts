import helmet from '@fastify/helmet'
import { isEncrypted } from '../config.ts'
import { httpError } from '../http/http-error.ts'
import type { App, Services } from '../services.ts'
import { mayComeFrom } from '../sync/origin.ts'

const self = ["'self'"]
const none = ["'none'"]

const reading: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])
/** What `Sec-Fetch-Site` says of our own pages, and of what a person typed. A neighbour on the same domain is not ours. */
const ownSites: ReadonlySet<string | undefined> = new Set([undefined, 'same-origin', 'none'])

/** Headers that make a page load and run nothing but its own files (I6), and writes only from our own pages (I5). */
export const safety = async (app: App, { config }: Services): Promise<void> => {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: none,
        scriptSrc: self,
        styleSrc: self,
        imgSrc: ["'self'", 'data:'],
        connectSrc: self,
        manifestSrc: self,
        baseUri: none,
        formAction: self,
        frameAncestors: none,
      },
    },
    strictTransportSecurity: isEncrypted(config) ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  })

  app.addHook('onRequest', async (request) => {
    if (reading.has(request.method)) return
    const { host, protocol, headers } = request
    const site = headers['sec-fetch-site']
    const isOwn = ownSites.has(Array.isArray(site) ? 'several' : site)
    if (!isOwn || !mayComeFrom({ origin: headers.origin, host, protocol }, config.publicUrl)) {
      throw httpError(403, 'foreign-origin')
    }
    // A form of another site can't send JSON without asking first, and is never answered.
    if (headers['content-type']?.split(';')[0]?.trim().toLowerCase() !== 'application/json') {
      throw httpError(415, 'not-json')
    }
  })
}
