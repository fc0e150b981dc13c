import type { Accessor } from 'solid-js'
import type { Board, Frame, Room, Session, Slot } from '../../shared/board.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { Context } from '../../shared/context.ts'
import type { Entry } from '../../shared/events.ts'
import type { CommandId, ForumSlug, PersonId, RoomId, SessionId, SlotId } from '../../shared/ids.ts'
import type { GoodbyeReason, Person, RefusalJson } from '../../shared/protocol.ts'
import type { Instant } from '../../shared/time.ts'

/** The state of the line to the server. `until` is the server time of the next try. */
export type Connection =
  | { readonly type: 'connecting' }
  | { readonly type: 'live' }
  | { readonly type: 'waiting'; readonly until: Instant }
  | { readonly type: 'stopped'; readonly reason: GoodbyeReason }

/** `missing`: no such forum; `failed`: the server can't be reached, tried again by itself. */
export type LoadState = 'loading' | 'ready' | 'missing' | 'failed'

/** What came of a command: its entry, or why nothing happened. */
export type Answer =
  | { readonly type: 'accepted'; readonly entry: Entry }
  | { readonly type: 'refused'; readonly refusal: RefusalJson }

/** A command without an answer yet. */
export interface Pending {
  readonly id: CommandId
  readonly command: Command
  /** When the person asked for it (server time). */
  readonly since: Instant
  /** Who asked for it; it is sent as nobody else. Undefined where the device had no name yet. */
  readonly by?: PersonId | undefined
  /** Why, where a rule asks for a reason. */
  readonly reason?: string | undefined
  /** Nothing is to be said of how it ended, but for a refusal. */
  readonly quiet?: boolean | undefined
}

/** What goes with a command; see `Pending`. */
export type SendOptions = Pick<Pending, 'reason' | 'quiet'>

/** What the server said of its own state: it can't save (`readOnly`), or its board and its log differ (`mismatch`). */
export interface Trouble {
  readonly readOnly: boolean
  readonly mismatch: boolean
}

/** What came of saying one's name or showing a secret. */
export type Joined = { readonly type: 'joined' } | { readonly type: 'refused'; readonly message: string }

/** One forum as a screen sees it. Every field but `slug` and the acts is a signal. */
export interface ForumStore {
  readonly slug: ForumSlug
  readonly load: Accessor<LoadState>
  readonly connection: Accessor<Connection>
  /** Confirmed and pending, folded by the shared code. */
  readonly board: Accessor<Board>
  readonly frame: Accessor<Frame>
  /** One session of the board; who reads it hears when this one changes, not whenever the board does. */
  session(sessionId: SessionId): Session | undefined
  room(roomId: RoomId): Room | undefined
  slot(slotId: SlotId): Slot | undefined
  /** Whether something of one's own about this session has no answer yet; heard of in the same way. */
  isPending(sessionId: SessionId): boolean
  readonly confirmed: Accessor<Board>
  /** Of which log the confirmed board is, and its last entry in it: of another log the numbers mean others. */
  readonly epoch: Accessor<string>
  readonly seq: Accessor<number>
  readonly pending: Accessor<readonly Pending[]>
  /** Those seen since the page opened: who did what. */
  readonly entries: Accessor<readonly Entry[]>
  readonly people: Accessor<ReadonlyMap<PersonId, Person>>
  readonly counts: Accessor<ReadonlyMap<SessionId, number>>
  readonly stars: Accessor<ReadonlySet<SessionId>>
  /** How many devices look at this forum. */
  readonly here: Accessor<number>
  readonly you: Accessor<Person | null>
  /** Whether the server has said who this device is; before, `you` is null for everybody. */
  readonly isKnown: Accessor<boolean>
  /** The server's time, ticking each second. */
  readonly now: Accessor<Instant>
  /** Server time of the last thing heard. */
  readonly freshAt: Accessor<Instant>
  /** Whether a Wi-Fi that wants to be signed in to answers in the server's place. */
  readonly isPortal: Accessor<boolean>
  readonly trouble: Accessor<Trouble>
  /** For `consider` and `alternatives`. */
  readonly context: Accessor<Context>
  /**
   * Shown at once as pending; the promise waits for the server's answer, over reconnections. It is kept on the device until
   * then: should the page go, the next one sends it and says how it ended.
   */
  send(command: Command, options?: SendOptions): Promise<Answer>
  star(sessionId: SessionId, on: boolean): Promise<RefusalJson | undefined>
  join(name: string): Promise<Joined>
  /** Corrects one's own name. */
  rename(name: string): Promise<Joined>
  becomeFacilitator(secret: string): Promise<Joined>
}
