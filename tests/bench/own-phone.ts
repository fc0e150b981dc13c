import { createHash } from 'node:crypto'
import { WebSocket } from 'ws'
import type { Socket, SocketEvents } from '../../client/sync/connection.ts'
import { emptyView } from '../../client/sync/forum-view.ts'
import { ask, type Fetched } from '../../client/sync/http.ts'
import { makeForumSync } from '../../client/sync/make-forum-sync.ts'
import { newId } from '../../client/sync/new-id.ts'
import { makeServerClock } from '../../client/sync/server-clock.ts'
import { browserTimers } from '../../client/sync/timers.ts'
import { boardToJson } from '../../shared/board-json.ts'
import type { Snapshot } from '../../shared/protocol.ts'
import type { BenchPhone, Ears } from './peer-phones.ts'

export interface OwnPhoneParts {
  readonly origin: string
  readonly slug: string
  readonly token: string
  /** In [0, 1), for the waits of its back-off. */
  readonly random: () => number
}

/** As the server's board is compared with the phones'. */
export const boardDigest = (board: Snapshot['board']): string =>
  createHash('sha256').update(JSON.stringify(board)).digest('base64url')

const openSocket =
  ({ origin, slug, token }: OwnPhoneParts, ears: Ears) =>
  (events: SocketEvents): Socket => {
    const headers = { authorization: `Bearer ${token}` }
    const url = `${origin.replace('http', 'ws')}/api/forums/${slug}/live`
    ears.dialed()
    const socket = new WebSocket(url, { headers, perMessageDeflate: false })
    socket.on('open', () => {
      ears.opened()
      events.opened()
    })
    socket.on('message', (data) => events.heard(String(data)))
    // What failed is also closed.
    socket.on('error', () => undefined)
    socket.on('close', () => events.closed())
    return {
      send: (text) => socket.readyState === WebSocket.OPEN && socket.send(text),
      close: () => socket.close(),
    }
  }

/**
 * A phone with the product's own core: snapshot, socket, heartbeat, back-off and folding are the code that runs in the
 * browser. Only the socket is Node's, and nothing tells the phone that the network is back, as a browser might.
 */
export const ownPhone = (parts: OwnPhoneParts, ears: Ears): BenchPhone => {
  const seen = new Set<string>()
  let shown = emptyView
  makeForumSync({
    open: openSocket(parts, ears),
    timers: browserTimers,
    clock: makeServerClock(browserTimers, Date.now()),
    random: parts.random,
    newId,
    language: () => 'fr',
    fetchSnapshot: (): Promise<Fetched<Snapshot>> => ask(`${parts.origin}/api/forums/${parts.slug}`, 'fr'),
    onView: (view) => {
      const before = shown
      shown = view
      if (view.state.confirmed !== before.state.confirmed) {
        for (const id of view.state.confirmed.sessions.keys()) {
          if (seen.has(id)) continue
          seen.add(id)
          ears.saw(id)
        }
      }
      if (view.connection.type === 'live' && before.connection.type !== 'live') ears.ready()
    },
  })
  return {
    holds: (id) => shown.state.confirmed.sessions.has(id),
    digest: () => boardDigest(boardToJson(shown.state.confirmed)),
  }
}
