import type { ServerResponse } from 'node:http'
import type { FastifyRequest } from 'fastify'
import { PACKING } from '../../shared/common-text.ts'
import { chooseLanguage } from '../../shared/language.ts'
import type { Person } from '../../shared/protocol.ts'
import type { LiveForum } from '../board/live-forum.ts'
import { httpError } from '../http/http-error.ts'
import { LineQuery, SlugParams } from '../http/params.schema.ts'
import { identify } from '../plugins/identity.ts'
import type { App, Services } from '../services.ts'
import { frameOf } from './frame.ts'
import { mayComeFrom } from './origin.ts'
import { Peer } from './peer.ts'
import { SocketCaps } from './socket-caps.ts'
import { SocketLine } from './socket-line.ts'
import { closeCodes } from './wire.ts'

interface Arrival {
  readonly forum: LiveForum
  readonly person: Person | null
  readonly isPacked: boolean
  readonly response: ServerResponse
}

/** Milliseconds after which one that found the house full may come back. */
const fullReturnMilliseconds = 15_000

/** `GET /api/forums/:slug/live`: the socket of ARCHITECTURE.md. Who comes is settled before the upgrade. */
export const socketRoute = (app: App, services: Services): void => {
  const arrivals = new WeakMap<FastifyRequest, Arrival>()
  const { clock, log } = services
  const house = { clock, log, caps: new SocketCaps() }

  app.get(
    '/api/forums/:slug/live',
    {
      websocket: true,
      schema: { params: SlugParams, querystring: LineQuery, hide: true },
      preHandler: async (request, reply) => {
        const { host, protocol, headers } = request
        if (!mayComeFrom({ origin: headers.origin, host, protocol }, services.config.publicUrl)) {
          throw httpError(403, 'foreign-origin')
        }
        const forum = await services.forums.find(request.params.slug)
        if (forum === null) throw httpError(404, 'unknown-forum')
        const person = await identify(services.config, request, forum)
        arrivals.set(request, {
          forum,
          person,
          isPacked: request.query.packed === String(PACKING),
          response: reply.raw,
        })
      },
    },
    (socket, request) => {
      const arrival = arrivals.get(request)
      if (arrival === undefined) return socket.close(closeCodes.policy)
      const { forum, person, isPacked, response } = arrival
      if (!house.caps.enter(forum.id, person?.id ?? null)) {
        const goodbye = frameOf({ type: 'goodbye', reason: 'too-many', returnAfter: fullReturnMilliseconds })
        socket.send(goodbye.bytes, { binary: false })
        return socket.close(closeCodes.tryAgainLater)
      }
      const language = chooseLanguage(request.headers['accept-language'])
      const line = new SocketLine(socket, house, forum.id, person?.id ?? null)
      // Nothing is awaited before these: a frame that comes with the upgrade itself must find its handler.
      line.carry(new Peer({ wire: line, forum, person, clock, log, language, isPacked }))
      line.release(response)
    },
  )
}
