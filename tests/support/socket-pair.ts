import type { LiveForum } from '../../server/board/live-forum.ts'
import type { Clock } from '../../server/clock.ts'
import { silentLog } from '../../server/log.ts'
import type { Frame } from '../../server/sync/frame.ts'
import { Peer } from '../../server/sync/peer.ts'
import type { Language } from '../../shared/language.ts'
import { type ClientMessage, type Person, PROTOCOL, type ServerMessage } from '../../shared/protocol.ts'

/** How a line ended: by the server in order, or cut. */
export type LineEnd =
  | { readonly type: 'closed'; readonly code: number; readonly reason: string }
  | { readonly type: 'cut' }

/** A phone made of a hand: what the server sends waits in a queue, and counts as unsent, until it is flushed. */
export interface HandPhone {
  readonly peer: Peer
  /** The message arrives at the server at once. */
  say(message: ClientMessage | string): void
  /** Greets with what the forum has now, or with the seq given. */
  hello(seq?: number): void
  /** What arrived since the last flush. */
  flush(): readonly ServerMessage[]
  /** Bytes that were not flushed. */
  readonly waiting: number
  readonly pings: number
  readonly end: LineEnd | null
}

export interface HandPhoneOptions {
  readonly person?: Person | null
  readonly language?: Language
}

/** One end of a socket pair around a real peer. */
export const handPhone = (forum: LiveForum, clock: Clock, options: HandPhoneOptions = {}): HandPhone => {
  let queue: Frame[] = []
  let end: LineEnd | null = null
  let pings = 0
  const waiting = () => queue.reduce((sum, frame) => sum + frame.bytes.length, 0)
  const peer = new Peer({
    forum,
    clock,
    log: silentLog,
    person: options.person ?? null,
    language: options.language ?? 'fr',
    isPacked: false,
    wire: {
      send: (frame) => void queue.push(frame),
      ping: () => {
        pings += 1
      },
      close: (code, reason) => {
        end ??= { type: 'closed', code, reason }
      },
      terminate: () => {
        end ??= { type: 'cut' }
        peer.closed()
      },
      get bufferedAmount() {
        return waiting()
      },
    },
  })
  const say: HandPhone['say'] = (message) =>
    peer.receive(typeof message === 'string' ? message : JSON.stringify(message))
  return {
    peer,
    say,
    hello: (seq = forum.board.seq) => say({ type: 'hello', protocol: PROTOCOL, epoch: forum.epoch, seq }),
    flush: () => {
      const frames = queue
      queue = []
      return frames.map((frame) => JSON.parse(frame.bytes.toString()))
    },
    get waiting() {
      return waiting()
    },
    get pings() {
      return pings
    },
    get end() {
      return end
    },
  }
}
