import type { Language } from '../../shared/language.ts'
import { limits } from '../../shared/limits.ts'
import type { Hello, Star } from '../../shared/protocol.schema.ts'
import {
  type ClientMessage,
  type GoodbyeReason,
  type Person,
  PROTOCOL,
  type ServerMessage,
} from '../../shared/protocol.ts'
import type { Refusal } from '../../shared/refusals.ts'
import { refusalJson } from '../../shared/sentences.ts'
import type { LiveForum } from '../board/live-forum.ts'
import { type SchemaFault, sentenceOf } from '../checks.ts'
import type { Cancel, Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { Bucket } from './allowance.ts'
import { type Asked, answerCommand, answerStar } from './answers.ts'
import { type Frame, frameOf } from './frame.ts'
import { greetingFor } from './greeting.ts'
import type { Member } from './hub.ts'
import { readMessage } from './read-message.ts'
import { closeCodes, type Wire } from './wire.ts'

type State =
  | { readonly type: 'greeting'; readonly cancelDeadline: Cancel }
  | { readonly type: 'live'; readonly leave: () => void }
  | { readonly type: 'closing'; readonly cancelCut: Cancel }
  | { readonly type: 'closed' }

/** How long a phone may take to read the goodbye, in milliseconds, before the line is cut. */
const lastWordsMilliseconds = 2000
/** When one that was cut for its own doing may return, in milliseconds. */
const penaltyMilliseconds = 30_000
const slowReturnMilliseconds = 2000

export interface PeerParts {
  readonly wire: Wire
  readonly forum: LiveForum
  readonly clock: Clock
  readonly log: Log
  /** Whose device it is; null for a reader without a name, a wall or a door. */
  readonly person: Person | null
  readonly language: Language
}

/** The server's end of one connection. */
export class Peer implements Member {
  readonly #parts: PeerParts
  readonly #messages: Bucket
  #person: Person | null
  #language: Language
  #state: State
  #heardAt: number
  #wasMalformed = false

  constructor(parts: PeerParts) {
    const { clock } = parts
    this.#parts = parts
    this.#person = parts.person
    this.#language = parts.language
    this.#heardAt = clock.now()
    this.#messages = new Bucket(clock, limits.messageBurst, limits.messagesPerSecond)
    const cancelDeadline = clock.after(limits.greetingMilliseconds, () => this.goodbye('no-greeting', 0))
    this.#state = { type: 'greeting', cancelDeadline }
  }

  get personId(): string | null {
    return this.#person?.id ?? null
  }

  get heardAt(): number {
    return this.#heardAt
  }

  /** The line showed a sign of life. */
  heard(): void {
    this.#heardAt = this.#parts.clock.now()
  }

  /** A frame of the phone. */
  receive(text: string): void {
    if (this.#state.type === 'closing' || this.#state.type === 'closed') return
    this.heard()
    if (!this.#messages.take()) {
      this.goodbye('too-fast', penaltyMilliseconds)
      return
    }
    const read = readMessage(text)
    if (read.type === 'wrong') this.malformed(read.fault)
    else this.#handle(read.value)
  }

  /** Something that is no message of ours: told once where the fault is, then the line is closed. */
  malformed(schemaFault: SchemaFault): void {
    if (this.#state.type === 'closing' || this.#state.type === 'closed') return
    const { path } = schemaFault
    this.#send({ type: 'malformed', path, message: sentenceOf(schemaFault, this.#language) })
    if (this.#wasMalformed) this.#close(closeCodes.policy, 'malformed')
    this.#wasMalformed = true
  }

  /** The line is gone. */
  closed(): void {
    this.#leaveState()
    this.#state = { type: 'closed' }
  }

  deliver(frame: Frame): void {
    if (this.#state.type !== 'live') return
    if (this.#parts.wire.bufferedAmount > limits.peerQueueBytes) this.goodbye('too-slow', slowReturnMilliseconds)
    else this.#parts.wire.send(frame)
  }

  ping(): void {
    if (this.#state.type === 'live') this.#parts.wire.ping()
  }

  cut(): void {
    this.#parts.wire.terminate()
    this.closed()
  }

  goodbye(reason: GoodbyeReason, returnAfter: number): void {
    if (this.#state.type === 'closing' || this.#state.type === 'closed') return
    // Past the queue's bound, which may be the very reason.
    this.#parts.wire.send(frameOf({ type: 'goodbye', reason, returnAfter }))
    this.#close(reason === 'restarting' ? closeCodes.goingAway : closeCodes.tryAgainLater, reason)
  }

  personChanged(person: Person | null): void {
    if (person === null) {
      this.goodbye('signed-out', 0)
      return
    }
    const lostRole = this.#person?.role === 'facilitator' && person.role === 'participant'
    this.#person = person
    this.#send({ type: 'you', you: person })
    // Whoever loses the team's rights is greeted anew, as a participant.
    if (lostRole) this.#close(closeCodes.policy, 'role-changed')
  }

  #handle(message: ClientMessage): void {
    switch (message.type) {
      case 'hello':
        this.#greet(message)
        break
      case 'command':
        void this.#command(message)
        break
      case 'star':
        void this.#star(message)
        break
      case 'ping':
        this.#send({ type: 'pong', serverTime: this.#parts.clock.now() })
        break
    }
  }

  /** P1: from reading the seq to joining the hub nothing is awaited, so that no entry falls in between. */
  #greet(hello: Hello): void {
    if (hello.language !== undefined) this.#language = hello.language
    if (hello.protocol !== PROTOCOL) {
      this.goodbye('too-old', 0)
      return
    }
    const { forum, clock, wire } = this.#parts
    const frames = greetingFor(forum, hello, this.#person, clock.now())
    if (frames === null) {
      this.#resync()
      return
    }
    this.#leaveState()
    for (const frame of frames) wire.send(frame)
    this.#state = { type: 'live', leave: forum.hub.join(this) }
  }

  /** The phone takes the snapshot again and says hello once more, here or on another line. */
  #resync(): void {
    this.#leaveState()
    const cancelDeadline = this.#parts.clock.after(limits.resyncMilliseconds, () => this.goodbye('no-greeting', 0))
    this.#state = { type: 'greeting', cancelDeadline }
    this.#send({ type: 'resync' })
  }

  /** P2: whatever happens, one answer. An entry reaches its sender as it reaches everybody. */
  async #command(message: Extract<ClientMessage, { type: 'command' }>): Promise<void> {
    const { hub } = this.#parts.forum
    const sentBefore = hub.sentSeq
    const answer = await answerCommand(this.#asked(), message)
    if (answer.type === 'refused') this.#refuse(message.id, answer.refusal)
    // One that was sent to everybody before is not sent to everybody again: its first answer is repeated here.
    else if (answer.entry.seq <= sentBefore) this.#send({ type: 'entries', entries: [answer.entry] })
  }

  async #star(message: Star): Promise<void> {
    const { id, sessionId, on } = message
    const refusal = await answerStar(this.#asked(), message)
    const count = this.#parts.forum.interest.count(sessionId)
    if (refusal === null) this.#send({ type: 'starred', id, sessionId, on, count })
    else this.#refuse(id, refusal)
  }

  /** Before the greeting nobody acts: they would not hear their own entry. */
  #asked(): Asked {
    const { forum, clock, log } = this.#parts
    return { forum, clock, log, person: this.#state.type === 'live' ? this.#person : null }
  }

  #refuse(commandId: string, refusal: Refusal): void {
    this.#send({ type: 'refused', commandId, refusal: refusalJson(refusal, this.#language) })
  }

  #send(message: ServerMessage): void {
    if (this.#state.type === 'live') this.deliver(frameOf(message))
    else if (this.#state.type === 'greeting') this.#parts.wire.send(frameOf(message))
  }

  #close(code: number, reason: string): void {
    this.#leaveState()
    const { wire, clock } = this.#parts
    wire.close(code, reason)
    this.#state = { type: 'closing', cancelCut: clock.after(lastWordsMilliseconds, () => this.cut()) }
  }

  #leaveState(): void {
    switch (this.#state.type) {
      case 'greeting':
        this.#state.cancelDeadline()
        break
      case 'live':
        this.#state.leave()
        break
      case 'closing':
        this.#state.cancelCut()
        break
      case 'closed':
        break
    }
  }
}
