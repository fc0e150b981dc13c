import { limits } from '../../shared/limits.ts'
import type { Hello } from '../../shared/protocol.schema.ts'
import type { ClientMessage, ServerMessage } from '../../shared/protocol.ts'
import { backOff, waitSinceLoss } from './back-off.ts'
import type { Connection } from './forum-store.ts'
import { inOrder } from './in-order.ts'
import { parseMessage } from './parse-message.ts'
import type { ServerClock } from './server-clock.ts'
import type { Timers } from './timers.ts'

/** What a line needs of a WebSocket; tests give one end of a pair of queues. */
export interface Socket {
  send(text: string): void
  close(): void
}

export interface SocketEvents {
  opened(): void
  /** A text, or a frame that is packed. */
  heard(frame: string | ArrayBuffer): void
  closed(): void
}

export interface ConnectionParts {
  /** @param packed whether entries may come packed (P21) */
  readonly open: (events: SocketEvents, packed: boolean) => Socket
  /** The text of a frame that was packed against another; left out where the browser can't. */
  readonly unpack?: (frame: ArrayBuffer, common: string) => Promise<string>
  /** What a frame that is read now was packed against. */
  readonly common: () => string
  readonly timers: Timers
  readonly clock: ServerClock
  /** In [0, 1). */
  readonly random: () => number
  /** What this phone has seen; null while it has no board, then nothing is opened yet. */
  readonly hello: () => Hello | null
  /** `live` comes after the welcome was handed to `onMessage`: what waits is sent then. */
  readonly onState: (state: Connection) => void
  /** Every message but `goodbye`. */
  readonly onMessage: (message: ServerMessage) => void
}

export interface LiveConnection {
  readonly state: () => Connection
  /** Sends where the line is live; says whether it did. */
  send(message: ClientMessage): boolean
  /** Tries at once, or makes sure that the line still answers: the network or the page came back. */
  nudge(): void
  /** Greets again on a new socket: the identity or the board changed. */
  restart(): void
  /** Leaves the line until `restart`: what it says is no use before the next snapshot. */
  pause(): void
  stop(): void
}

/**
 * Milliseconds: from an answer to the next ping, and for its answer: together at most 9 s until a silent cut is noticed.
 * Where the server is heard but does not answer, the line is busy, or carries nothing up: it is given `deaf`.
 */
export const heartbeat = { silence: 3000, answer: 5000, deaf: 10_000 } as const

/** After so many frames running that could not be read, all comes as text, for as long as the page lives. */
const patientMisreads = 2

/** Milliseconds that a try may have lasted when the network or the page comes back; an older one begins anew. */
const patience = 1000

/** One line to one forum, which finds its way back by itself until it is stopped. */
export const makeConnection = (parts: ConnectionParts): LiveConnection => {
  const { timers, clock, unpack } = parts
  let misreads = 0
  let state: Connection = { type: 'connecting' }
  let socket: Socket | null = null
  /** When the last line was lost that lasted, or when its end said that it may be tried again; null while all is well. */
  let lostAt: number | null = null
  /** When the server was asked for its time; null while no answer is due, for it also says it unasked. */
  let askedAt: number | null = null
  /** When a ping was sent that has no answer yet. */
  let pingedAt: number | null = null
  let returnAfter = 0
  let triedAt = 0
  let cancelTimer = () => {}
  let cancelStable = () => {}

  const enter = (next: Connection) => {
    state = next
    parts.onState(next)
  }
  const set = (milliseconds: number, act: () => void) => {
    cancelTimer()
    cancelTimer = timers.after(milliseconds, act)
  }
  const leave = () => {
    const left = socket
    socket = null
    pingedAt = null
    cancelTimer()
    cancelStable()
    left?.close()
  }
  const lose = () => {
    leave()
    // Before a time that was named: how long it still is until then.
    const lasted = lostAt === null ? 0 : Math.abs(timers.now() - lostAt)
    lostAt ??= timers.now() + returnAfter
    // On top of a time that was named: those who were all named the same one come back apart.
    const wait = returnAfter + waitSinceLoss(lasted, parts.random)
    returnAfter = 0
    set(wait, connect)
    enter({ type: 'waiting', until: clock.now() + wait })
  }
  const ping = () => {
    askedAt = timers.now()
    pingedAt ??= askedAt
    socket?.send(JSON.stringify({ type: 'ping' } satisfies ClientMessage))
    set(heartbeat.answer, lose)
  }
  const answered = () => {
    pingedAt = null
    set(heartbeat.silence, ping)
  }

  const greeted = () => {
    enter({ type: 'live' })
    // A server that answers and then closes must not be tried without pause: only a line that lasts is a success.
    cancelStable = timers.after(backOff.stable, () => {
      lostAt = null
    })
  }
  const hear = (text: string) => {
    const message = parseMessage(text)
    if (message === null) return
    if (message.type === 'goodbye') {
      returnAfter = message.returnAfter
      if (message.reason !== 'too-old') return lose()
      leave()
      return enter({ type: 'stopped', reason: message.reason })
    }
    if ((message.type === 'welcome' || message.type === 'pong') && askedAt !== null) {
      clock.hear(message.serverTime, askedAt)
      askedAt = null
    }
    if (message.type === 'welcome' || message.type === 'pong') answered()
    else if (pingedAt !== null) set(pingedAt + heartbeat.deaf - timers.now(), lose)
    parts.onMessage(message)
    if (message.type === 'welcome' && state.type === 'connecting' && socket !== null) greeted()
  }

  const unpacked = async (frame: ArrayBuffer): Promise<string> => {
    if (unpack === undefined) throw new TypeError('this browser asked for text')
    const text = await unpack(frame, parts.common())
    misreads = 0
    return text
  }
  /** The board here is not the one that a frame was packed against: the snapshot mends that. */
  const misread = () => {
    misreads += 1
    parts.onMessage({ type: 'resync' })
  }

  const connect = () => {
    leave()
    const hello = parts.hello()
    if (hello === null) return
    triedAt = timers.now()
    enter({ type: 'connecting' })
    // Events of a socket that was left behind are none of ours: each closure knows its own.
    const line = inOrder({
      unpack: unpacked,
      read: (text) => socket === opened && hear(text),
      failed: () => socket === opened && misread(),
    })
    const opened: Socket = parts.open(
      {
        opened: () => {
          if (socket !== opened) return
          askedAt = timers.now()
          opened.send(JSON.stringify(hello))
        },
        heard: line.frame,
        closed: () => line.after(() => socket === opened && lose()),
      },
      unpack !== undefined && misreads < patientMisreads,
    )
    socket = opened
    set(limits.greetingMilliseconds, lose)
  }

  return {
    state: () => state,
    send: (message) => {
      if (state.type !== 'live' || socket === null) return false
      socket.send(JSON.stringify(message))
      return true
    },
    nudge: () => {
      // A try that began before the network came back would only run into its deadline.
      const stuck = state.type === 'connecting' && timers.now() - triedAt > patience
      if (state.type === 'waiting' || stuck) connect()
      else if (state.type === 'live') ping()
    },
    restart: () => {
      if (state.type !== 'stopped') connect()
    },
    pause: () => {
      leave()
      if (state.type !== 'stopped') enter({ type: 'connecting' })
    },
    stop: leave,
  }
}
