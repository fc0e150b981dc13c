import websocket from '@fastify/websocket'
import { limits } from '../../shared/limits.ts'
import type { App, Services } from '../services.ts'

/** Milliseconds within which phones come back after a restart, for each one there is, and at most. */
const spreadPerPeer = 5
const longestSpread = 10_000
/** How long the last words may take before the lines are cut, in milliseconds. */
const lastWords = 1500

/** Web sockets: frames bounded, no compression (it costs a context per phone), and an orderly end. */
export const sockets = async (app: App, { forums, clock, log }: Services): Promise<void> => {
  await app.register(websocket, {
    options: { maxPayload: limits.frameBytes, perMessageDeflate: false },
    errorHandler: (error, socket) => {
      // What a phone did wrong: the library has closed the line with its code already, 1009 for a frame too large.
      log.info({ reason: error.message }, 'a socket failed')
      if (socket.readyState === socket.OPEN) socket.close(1011)
    },
    preClose: (done) => {
      const server = app.websocketServer
      for (const { hub } of forums.live) {
        hub.goodbyeAll('restarting', Math.min(longestSpread, 1000 + hub.size * spreadPerPeer))
      }
      // Those not greeted yet belong to no hub.
      for (const socket of server.clients) socket.close(1001)
      clock.after(lastWords, () => {
        for (const socket of server.clients) socket.terminate()
      })
      server.close(() => done())
    },
  })
}
