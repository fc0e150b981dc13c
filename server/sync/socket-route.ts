import type { FastifyRequest } from 'fastify'
import type { RawData, WebSocket } from 'ws'
import { chooseLanguage } from '../../shared/language.ts'
import type { Person } from '../../shared/protocol.ts'
import type { LiveForum } from '../board/live-forum.ts'
import { httpError } from '../http/http-error.ts'
import { SlugParams } from '../http/params.schema.ts'
import { identify } from '../plugins/identity.ts'
import type { App, Services } from '../services.ts'
import { frameOf } from './frame.ts'
import { mayComeFrom } from './origin.ts'
import { Peer } from './peer.ts'
import { SocketCaps } from './socket-caps.ts'
import { closeCodes, type Wire } from './wire.ts'

interface Arrival {
  readonly forum: LiveForum
  readonly person: Person | null
}

const wireOf = (socket: WebSocket): Wire => ({
  send: (frame) => socket.send(frame, { binary: false }),
  ping: () => socket.ping(),
  close: (code, reason) => socket.close(code, reason),
  terminate: () => socket.terminate(),
  get bufferedAmount() {
    return socket.bufferedAmount
  },
})

const textOf = (data: RawData): string =>
  (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)).toString('utf8')

/** Milliseconds after which one that found the house full may come back. */
const fullReturnMilliseconds = 15_000

/** `GET /api/forums/:slug/live`: the socket of ARCHITECTURE.md. Who comes is settled before the upgrade. */
export const socketRoute = (app: App, services: Services): void => {
  const arrivals = new WeakMap<FastifyRequest, Arrival>()
  const caps = new SocketCaps()

  app.get(
    '/api/forums/:slug/live',
    {
      websocket: true,
      schema: { params: SlugParams, hide: true },
      preHandler: async (request) => {
        const { host, protocol, headers } = request
        if (!mayComeFrom({ origin: headers.origin, host, protocol }, services.config.publicUrl)) {
          throw httpError(403, 'foreign-origin')
        }
        const forum = await services.forums.find(request.params.slug)
        if (forum === null) throw httpError(404, 'unknown-forum')
        arrivals.set(request, { forum, person: await identify(services.config, request, forum) })
      },
    },
    (socket, request) => {
      const arrival = arrivals.get(request)
      if (arrival === undefined) return socket.close(closeCodes.policy)
      const leave = caps.enter(arrival.forum.id, arrival.person?.id ?? null)
      if (leave === null) {
        socket.send(frameOf({ type: 'goodbye', reason: 'too-many', returnAfter: fullReturnMilliseconds }), {
          binary: false,
        })
        return socket.close(closeCodes.tryAgainLater)
      }
      const language = chooseLanguage(request.headers['accept-language'])
      const { clock, log } = services
      const peer = new Peer({ wire: wireOf(socket), ...arrival, clock, log, language })
      // Nothing is awaited before these: a frame that comes with the upgrade itself must find its handler.
      socket.on('message', (data, isBinary) => {
        if (isBinary) peer.malformed({ path: '', keyword: 'json', limit: '' })
        else peer.receive(textOf(data))
      })
      socket.on('pong', () => peer.heard())
      socket.on('close', () => {
        leave()
        peer.closed()
      })
    },
  )
}
