import { io } from 'socket.io-client'
import { WebSocket } from 'ws'
import { backOff, waitBefore } from '../../client/sync/back-off.ts'

/** What a phone tells whoever measures it. */
export interface Ears {
  /** It tries to open a line. */
  dialed(): void
  /** A line is open. */
  opened(): void
  /** The server has greeted it there. */
  ready(): void
  /** This is on the phone now. */
  saw(id: string): void
}

export interface BenchPhone {
  readonly holds: (id: string) => boolean
  /** Of all that it shows; empty where it shows nothing. */
  digest(): string
}

/**
 * A bare web socket that comes back by the same policy as our phones do: what differs is only what a server and its client
 * add to it. It has no heartbeat of its own, as a browser's has none.
 */
export const wsPhone = (origin: string, random: () => number, ears: Ears): BenchPhone => {
  const seen = new Set<string>()
  let attempt = 0
  const connect = (): void => {
    ears.dialed()
    const socket = new WebSocket(origin.replace('http', 'ws'), { perMessageDeflate: false })
    let stable: NodeJS.Timeout | undefined
    socket.on('open', () => {
      stable = setTimeout(() => {
        attempt = 0
      }, backOff.stable)
      ears.opened()
      ears.ready()
    })
    socket.on('message', (data) => {
      const { id } = JSON.parse(String(data))
      seen.add(id)
      ears.saw(id)
    })
    // What failed is also closed.
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(stable)
      setTimeout(connect, waitBefore(attempt, random))
      attempt += 1
    })
  }
  connect()
  return { holds: (id) => seen.has(id), digest: () => '' }
}

/** Socket.IO's own client as it comes, with its own way back; web sockets only, as the server. */
export const socketIoPhone = (origin: string, ears: Ears): BenchPhone => {
  const seen = new Set<string>()
  const socket = io(origin, { transports: ['websocket'], forceNew: true })
  socket.io.on('reconnect_attempt', ears.dialed)
  socket.io.on('open', ears.opened)
  socket.on('connect', ears.ready)
  socket.on('entry', ({ id }: { readonly id: string }) => {
    seen.add(id)
    ears.saw(id)
  })
  return { holds: (id) => seen.has(id), digest: () => '' }
}
