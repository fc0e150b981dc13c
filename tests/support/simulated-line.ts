import type { SocketEvents } from '../../client/sync/connection.ts'
import type { LiveForum } from '../../server/board/live-forum.ts'
import { silentLog } from '../../server/log.ts'
import { Peer } from '../../server/sync/peer.ts'
import type { Person, ServerMessage } from '../../shared/protocol.ts'
import type { VirtualTime } from './virtual-time.ts'

/**
 * A socket between a real phone and a real peer, as two queues that are flushed by hand. What is queued when the line is
 * cut is lost; a stalled line says nothing to either end.
 */
export interface SimulatedLine {
  readonly isOpen: boolean
  /** Hands on at most `count` messages in each direction; says how many there were. */
  deliver(count: number): number
  /** The phone's oldest waiting message arrives, and stays in the queue: it arrives twice. */
  repeat(): void
  /** The phone is told, before anything else that waits, to take the snapshot again. */
  resync(): void
  cut(): void
  stall(): void
}

export interface LineEnds {
  readonly line: SimulatedLine
  readonly socket: { send(text: string): void; close(): void }
}

type Down =
  | { readonly type: 'opened' }
  | { readonly type: 'frame'; readonly text: string }
  | { readonly type: 'closed' }

export const simulatedLine = (forum: LiveForum, person: Person, time: VirtualTime, phone: SocketEvents): LineEnds => {
  let open = true
  let stalled = false
  let up: string[] = []
  let down: Down[] = [{ type: 'opened' }]
  const cut = (): void => {
    if (!open) return
    open = false
    up = []
    down = []
    peer.closed()
    phone.closed()
  }
  const peer = new Peer({
    forum,
    person,
    clock: time,
    log: silentLog,
    language: 'fr',
    wire: {
      send: (frame) => void down.push({ type: 'frame', text: frame.toString() }),
      ping: () => undefined,
      close: () => void down.push({ type: 'closed' }),
      terminate: cut,
      bufferedAmount: 0,
    },
  })
  const hand = (message: Down): void => {
    if (message.type === 'opened') phone.opened()
    else if (message.type === 'frame') phone.heard(message.text)
    else cut()
  }
  const line: SimulatedLine = {
    get isOpen() {
      return open
    },
    deliver: (count) => {
      if (stalled) return 0
      let handed = 0
      for (const text of up.splice(0, count)) {
        handed += 1
        if (open) peer.receive(text)
      }
      for (const message of down.splice(0, count)) {
        handed += 1
        if (open) hand(message)
      }
      return handed
    },
    repeat: () => {
      const oldest = up[0]
      if (!stalled && oldest !== undefined) peer.receive(oldest)
    },
    resync: () => {
      if (open && !stalled) phone.heard(JSON.stringify({ type: 'resync' } satisfies ServerMessage))
    },
    cut,
    stall: () => {
      stalled = true
    },
  }
  return { line, socket: { send: (text) => void up.push(text), close: cut } }
}
