import type { Role } from './board.ts'
import type { BoardJson } from './board-json.ts'
import type { Command } from './commands/command.schema.ts'
import type { Entry } from './events.ts'
import type { CellRef, CommandId, PersonId, SessionId } from './ids.ts'
import type { Hello, Ping, Star } from './protocol.schema.ts'
import type { Facts, Fault, Holder, Level, OwnFault, RuleId } from './refusals.ts'
import type { Instant, LocalDate, LocalTime } from './time.ts'

/** The wire. Raised by one when an old phone could no longer follow; the server then says `goodbye: too-old`. */
export const PROTOCOL = 2

/** Somebody with a name; never in an event, so that it can be corrected and erased (L4). */
export interface Person {
  readonly id: PersonId
  readonly name: string
  readonly role: Role
}

/** A time of one day at which somebody can't be there: the whole day where both are null. Only that person and the team read it. */
export interface Absence {
  readonly date: LocalDate
  /** Null: from the day's beginning. "Not after 17" is this one at "17:00". */
  readonly from: LocalTime | null
  /** Null: until the day's end. "Not before 11" is this one at "11:00". */
  readonly until: LocalTime | null
}

/** Why a session is where it is, although a rule asked for a reason: `GET /api/forums/:slug/reasons`, for the team. */
export interface KeptReason {
  readonly sessionId: SessionId
  /** The entry that placed it. */
  readonly seq: number
  readonly at: Instant
  readonly by: PersonId
  readonly reason: string
}

/** A refusal as it goes over the wire, with its sentences in the reader's language. */
export interface RefusalJson {
  readonly code: RuleId | Fault | OwnFault
  readonly message: string
  readonly findings: readonly { rule: RuleId; level: Level; message: string; facts: Facts }[]
  readonly holder?: Holder
  readonly alternatives: readonly CellRef[]
}

/** The board at (epoch, seq) with what is not in the log: `GET /api/forums/:slug`. */
export interface Snapshot {
  readonly epoch: string
  readonly seq: number
  readonly serverTime: Instant
  readonly board: BoardJson
  readonly people: readonly Person[]
  /** Interest by session id, those above zero. */
  readonly counts: Readonly<Record<SessionId, number>>
  /**
   * How many stars of the forum were put on before a session was proposed, those above zero: with the sum of the counts,
   * what corrects interest for late arrival. Left out where all are zero.
   */
  readonly votesBefore?: Readonly<Record<SessionId, number>>
}

export type ClientMessage =
  | Hello
  | {
      readonly type: 'command'
      readonly id: CommandId
      readonly command: Command
      readonly reason?: string | undefined
    }
  | Star
  | Ping

/** Why the server ends a connection. `restarting` and `too-slow` mean: come back after `returnAfter` milliseconds. */
export type GoodbyeReason =
  | 'too-old'
  | 'too-fast'
  | 'too-slow'
  | 'too-many'
  | 'restarting'
  | 'no-greeting'
  | 'signed-out'

export type ServerMessage =
  | {
      readonly type: 'welcome'
      readonly you: Person | null
      /** The sessions that you starred; empty for somebody without a name. */
      readonly stars: readonly SessionId[]
      readonly serverTime: Instant
      readonly epoch: string
      readonly seq: number
      /** Those after the seq of the hello, contiguous. */
      readonly entries: readonly Entry[]
    }
  | { readonly type: 'entries'; readonly entries: readonly Entry[] }
  | { readonly type: 'refused'; readonly commandId: CommandId; readonly refusal: RefusalJson }
  | {
      readonly type: 'starred'
      readonly id: CommandId
      readonly sessionId: SessionId
      readonly on: boolean
      readonly count: number
    }
  | { readonly type: 'people'; readonly people: readonly Person[]; readonly gone: readonly PersonId[] }
  | { readonly type: 'you'; readonly you: Person }
  | { readonly type: 'counts'; readonly counts: Readonly<Record<SessionId, number>> }
  | { readonly type: 'presence'; readonly here: number }
  /**
   * Something is wrong with the server, or well again (both false). Nothing can be saved (`readOnly`); board, table and log
   * say different things (`mismatch`). After a `welcome` it comes only where something is wrong: before it, all is well.
   */
  | { readonly type: 'trouble'; readonly readOnly: boolean; readonly mismatch: boolean }
  | { readonly type: 'resync' }
  | { readonly type: 'malformed'; readonly path: string; readonly message: string }
  | { readonly type: 'pong'; readonly serverTime: Instant }
  | { readonly type: 'goodbye'; readonly reason: GoodbyeReason; readonly returnAfter: number }
