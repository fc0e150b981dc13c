import type { FastifyRequest } from 'fastify'
import type { MetricsAccess } from '../jobs/settings.ts'
import type { Metrics } from '../metrics/metrics.ts'
import { sendUnknownRoute } from '../plugins/errors.ts'
import type { App, Services } from '../services.ts'

const loopbackAddress = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/
const loopbackHost = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/i
/** What proxies add. A request that has one of these was made by somebody else than the machine that brings it. */
const proxyHeaders = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via']

/**
 * Whether a request was made on this very machine: a proxy beside the server brings everybody's requests from there too, so
 * that the address alone says nothing.
 */
const isFromHere = ({ socket, headers }: FastifyRequest): boolean =>
  loopbackAddress.test(socket.remoteAddress ?? '') &&
  loopbackHost.test(headers.host ?? '') &&
  proxyHeaders.every((name) => headers[name] === undefined)

const maySee = (access: MetricsAccess, request: FastifyRequest): boolean => {
  switch (access) {
    case 'open':
      return true
    case 'loopback':
      return isFromHere(request)
    case 'off':
      return false
  }
}

/** `GET /metrics`: Prometheus text, for this machine only unless METRICS says otherwise. To others there is no such page. */
export const metricsRoute = (app: App, { config }: Services, metrics: Metrics): void => {
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!maySee(config.jobs.metrics, request)) return sendUnknownRoute(request, reply)
    return reply
      .type(metrics.contentType)
      .header('cache-control', 'no-store')
      .send(await metrics.text())
  })
}
