import type { SocketEvents } from '../../client/sync/connection.ts'
import type { LiveForum } from '../../server/board/live-forum.ts'
import { silentLog } from '../../server/log.ts'
import type { Frame } from '../../server/sync/frame.ts'
import { Peer } from '../../server/sync/peer.ts'
import type { Person, ServerMessage } from '../../shared/protocol.ts'
import type { VirtualTime } from './virtual-time.ts'

/**
 * A socket between a real phone and a real peer, as two queues that are flushed by hand. What is queued when the line is
 * cut is lost; a stalled line says nothing to either end.
 */
export interface SimulatedLine {
  /** As long as one of the ends still holds it. */
  readonly isOpen: boolean
  /** Bytes that the server has sent and the phone has not got. */
  readonly waiting: number
  /** Hands on at most `count` messages in each direction; says how many there were. */
  deliver(count: number): number
  /** The phone's oldest waiting message arrives, and stays in the queue: it arrives twice. */
  repeat(): void
  /** The phone is told, before anything else that waits, to take the snapshot again. */
  resync(): void
  cut(): void
  stall(): void
  /** Nothing passes either way, not even that an end has closed, until `unclog`: then what was queued arrives. */
  clog(): void
  unclog(): void
}

export interface LineEnds {
  readonly line: SimulatedLine
  readonly socket: { send(text: string): void; close(): void }
}

type Down =
  | { readonly type: 'opened' }
  | { readonly type: 'frame'; readonly frame: Frame }
  | { readonly type: 'closed' }

export const simulatedLine = (forum: LiveForum, person: Person, time: VirtualTime, phone: SocketEvents): LineEnds => {
  let open = true
  let stalled = false
  let isClogged = false
  /** One end has closed, and the other doesn't know. */
  let isLeft = false
  let up: string[] = []
  let down: Down[] = [{ type: 'opened' }]
  let waiting = 0
  const cut = (): void => {
    if (!open) return
    open = false
    up = []
    down = []
    waiting = 0
    peer.closed()
    phone.closed()
  }
  const leave = (): void => {
    if (isClogged) isLeft = true
    else cut()
  }
  const peer = new Peer({
    forum,
    person,
    clock: time,
    log: silentLog,
    language: 'fr',
    isPacked: false,
    wire: {
      send: (frame) => {
        down.push({ type: 'frame', frame })
        waiting += frame.bytes.length
      },
      ping: () => undefined,
      close: () => void down.push({ type: 'closed' }),
      terminate: () => {
        down = []
        waiting = 0
        leave()
      },
      get bufferedAmount() {
        return waiting
      },
    },
  })
  const hand = (message: Down): void => {
    if (message.type === 'opened') phone.opened()
    else if (message.type === 'frame') phone.heard(message.frame.bytes.toString())
    else cut()
  }
  const line: SimulatedLine = {
    get isOpen() {
      return open
    },
    get waiting() {
      return waiting
    },
    deliver: (count) => {
      if (stalled || isClogged) return 0
      let handed = 0
      for (const text of up.splice(0, count)) {
        handed += 1
        if (open) peer.receive(text)
      }
      for (const message of down.splice(0, count)) {
        handed += 1
        if (!open) continue
        if (message.type === 'frame') waiting -= message.frame.bytes.length
        hand(message)
      }
      return handed
    },
    repeat: () => {
      const oldest = up[0]
      if (!stalled && !isClogged && oldest !== undefined) peer.receive(oldest)
    },
    resync: () => {
      if (open && !stalled && !isClogged) phone.heard(JSON.stringify({ type: 'resync' } satisfies ServerMessage))
    },
    cut,
    stall: () => {
      stalled = true
    },
    clog: () => {
      isClogged = true
    },
    unclog: () => {
      isClogged = false
      if (isLeft) cut()
    },
  }
  return { line, socket: { send: (text) => void up.push(text), close: leave } }
}
