import type { ServerResponse } from 'node:http'
import type { RawData, WebSocket } from 'ws'
import type { PersonId } from '../../shared/ids.ts'
import { limits } from '../../shared/limits.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { Bucket } from './allowance.ts'
import type { Frame } from './frame.ts'
import type { Peer } from './peer.ts'
import type { SocketCaps } from './socket-caps.ts'
import type { Wire } from './wire.ts'

const textOf = (data: RawData): string =>
  (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)).toString('utf8')

const lines = new WeakMap<WebSocket, SocketLine>()

/* Listeners that all lines share: a closure for each would be a third of what an idle phone costs. */

function onMessage(this: WebSocket, data: RawData, isBinary: boolean): void {
  lines.get(this)?.receive(data, isBinary)
}

function onPong(this: WebSocket): void {
  lines.get(this)?.heard()
}

function onPing(this: WebSocket): void {
  lines.get(this)?.pinged()
}

function onError(this: WebSocket, error: Error): void {
  lines.get(this)?.failed(error)
}

function onClose(this: WebSocket): void {
  lines.get(this)?.closed()
}

/** What all lines share. */
export interface LineHouse {
  readonly clock: Clock
  readonly log: Log
  readonly caps: SocketCaps
}

/** A web socket as a wire, and what it hears on its way to its peer. */
export class SocketLine implements Wire {
  readonly #socket: WebSocket
  readonly #house: LineHouse
  readonly #forumId: number
  readonly #personId: PersonId | null
  #peer: Peer | null = null
  #pings: Bucket | null = null

  /** A place for it was taken in the house. */
  constructor(socket: WebSocket, house: LineHouse, forumId: number, personId: PersonId | null) {
    this.#socket = socket
    this.#house = house
    this.#forumId = forumId
    this.#personId = personId
    lines.set(socket, this)
  }

  get bufferedAmount(): number {
    return this.#socket.bufferedAmount
  }

  send(frame: Frame): void {
    this.#socket.send(frame.bytes, { binary: frame.isPacked })
  }

  ping(): void {
    this.#socket.ping()
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason)
  }

  terminate(): void {
    this.#socket.terminate()
  }

  /** From here on the peer hears what comes. */
  carry(peer: Peer): void {
    this.#peer = peer
    this.#socket.on('message', onMessage)
    this.#socket.on('pong', onPong)
    this.#socket.on('ping', onPing)
    this.#socket.on('close', onClose)
  }

  /**
   * Lets go of the request that opened the line and of its answer, which the library's own error listener and the network
   * socket hold as long as the line lasts: five kilobytes a phone.
   */
  release(response: ServerResponse): void {
    const socket = this.#socket
    const others = socket.listeners('error')
    socket.on('error', onError)
    for (const other of others) socket.off('error', other as () => void)
    if (response.socket !== null) response.detachSocket(response.socket)
  }

  receive(data: RawData, isBinary: boolean): void {
    if (isBinary) this.#peer?.malformed({ path: '', keyword: 'json', limit: '' })
    else this.#peer?.receive(textOf(data))
  }

  heard(): void {
    this.#peer?.heard()
  }

  /** No browser sends pings of its own, and the library answers each: a flood of them is cut like one of messages. */
  pinged(): void {
    this.#pings ??= new Bucket(this.#house.clock, limits.messageBurst, limits.messagesPerSecond)
    if (!this.#pings.take()) this.#peer?.cut()
  }

  /** What a phone did wrong: the library has closed the line with its code already, 1009 for a frame too large. */
  failed(error: Error): void {
    this.#house.log.info({ reason: error.message }, 'a socket failed')
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.close(1011)
  }

  closed(): void {
    this.#house.caps.leave(this.#forumId, this.#personId)
    this.#peer?.closed()
  }
}
