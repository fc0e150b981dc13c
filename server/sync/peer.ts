import type { Language } from '../../shared/language.ts'
import { limits } from '../../shared/limits.ts'
import type { Hello } from '../../shared/protocol.schema.ts'
import {
  type ClientMessage,
  type GoodbyeReason,
  type Person,
  PROTOCOL,
  type ServerMessage,
} from '../../shared/protocol.ts'
import type { LiveForum } from '../board/live-forum.ts'
import { type SchemaFault, sentenceOf } from '../checks.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { Bucket } from './allowance.ts'
import { type Asked, answerCommand, answerStar } from './answers.ts'
import { type Frame, frameOf } from './frame.ts'
import { greetingFor } from './greeting.ts'
import type { Member } from './hub.ts'
import { closed, live, type PeerState } from './peer-state.ts'
import { readMessage } from './read-message.ts'
import { closeCodes, type Wire } from './wire.ts'

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
  /** Whether the phone can unpack entries (P21). */
  readonly isPacked: boolean
}

/** The server's end of one connection. */
export class Peer implements Member {
  readonly #parts: PeerParts
  readonly #messages: Bucket
  /** Null before the second. */
  #hellos: Bucket | null = null
  #person: Person | null
  #language: Language
  #state: PeerState
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
    this.#state = { type: 'greeting', cancelDeadline, resynced: false }
  }

  get personId(): string | null {
    return this.#person?.id ?? null
  }

  get isPacked(): boolean {
    return this.#parts.isPacked
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
    this.#state = closed
  }

  deliver(frame: Frame): void {
    if (this.#state.type === 'live') this.#put(frame)
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
    this.#parts.forum.hub.goodbyes.add(reason)
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
        void answerCommand(this.#asked(), message).then((answer) => answer !== null && this.#send(answer))
        break
      case 'star':
        void answerStar(this.#asked(), message).then((answer) => this.#send(answer))
        break
      case 'ping':
        this.#send({ type: 'pong', serverTime: this.#parts.clock.now() })
        break
    }
  }

  #greet(hello: Hello): void {
    if (hello.language !== undefined) this.#language = hello.language
    if (!this.#mayGreet()) this.goodbye('too-fast', penaltyMilliseconds)
    else if (hello.protocol !== PROTOCOL) this.goodbye('too-old', 0)
    else if (this.#isStillThere()) this.#welcome(hello)
  }

  /** Each is answered with all that was missed, which costs more than any other message. Most lines say only one. */
  #mayGreet(): boolean {
    if (this.#state.type === 'greeting' && !this.#state.resynced) return true
    this.#hellos ??= new Bucket(this.#parts.clock, limits.helloBurst - 1, limits.hellosPerSecond)
    return this.#hellos.take()
  }

  /** P1: from reading the seq to joining the hub nothing is awaited, so that no entry falls in between. */
  #welcome(hello: Hello): void {
    const { forum, clock } = this.#parts
    const frames = greetingFor(forum, hello, this.#person, clock.now())
    if (frames === null) {
      this.#resync()
      return
    }
    for (const frame of frames) if (!this.#put(frame)) return
    if (this.#state.type === 'live') return
    this.#leaveState()
    this.#state = live
    forum.hub.join(this)
  }

  /** The phone takes the snapshot again and says hello once more, here or on another line. */
  #resync(): void {
    if (this.#state.type !== 'greeting' || !this.#state.resynced) {
      this.#leaveState()
      const cancelDeadline = this.#parts.clock.after(limits.resyncMilliseconds, () => this.goodbye('no-greeting', 0))
      this.#state = { type: 'greeting', cancelDeadline, resynced: true }
    }
    this.#send({ type: 'resync' })
  }

  /** I2: whoever is not in the hub is told of no change of roles, so that it is read each time. */
  #isStillThere(): boolean {
    if (this.#person === null) return true
    const person = this.#parts.forum.people.get(this.#person.id)
    if (person === undefined) this.goodbye('signed-out', 0)
    else this.#person = person
    return person !== undefined
  }

  /** Before the greeting nobody acts: they would not hear their own entry. */
  #asked(): Asked {
    const { forum, clock, log } = this.#parts
    const acts = this.#isStillThere() && this.#state.type === 'live'
    return { forum, clock, log, person: acts ? this.#person : null, language: this.#language }
  }

  #send(message: ServerMessage): void {
    if (this.#state.type === 'live' || this.#state.type === 'greeting') this.#put(frameOf(message))
  }

  /** P7: nothing is added to a queue past its bound. @returns whether it was sent */
  #put(frame: Frame): boolean {
    const { wire } = this.#parts
    const mayWait = wire.bufferedAmount <= limits.peerQueueBytes
    if (mayWait) wire.send(frame)
    else this.goodbye('too-slow', slowReturnMilliseconds)
    return mayWait
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
        this.#parts.forum.hub.leave(this)
        break
      case 'closing':
        this.#state.cancelCut()
        break
      case 'closed':
        break
    }
  }
}
