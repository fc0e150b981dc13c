import type { Generated, Kysely } from 'kysely'
import type { Role } from '../shared/board.ts'
import type { CommandId, ForumSlug, PersonId, RoomId, SessionId } from '../shared/ids.ts'
import type { Instant, LocalDate, LocalTime } from '../shared/time.ts'

export interface MetaTable {
  readonly key: string
  readonly value: string
}

export interface MigrationTable {
  readonly version: number
  readonly name: string
}

export interface ForumTable {
  readonly id: Generated<number>
  readonly slug: ForumSlug
  readonly created_at: Instant
  /** 1 or 0. */
  readonly is_example: Generated<number>
}

/** Facilitator links. Only the hash of a secret is kept. */
export interface LinkTable {
  readonly id: Generated<number>
  readonly forum_id: number
  readonly secret_hash: string
  readonly created_at: Instant
  readonly revoked_at: Instant | null
}

/** Names and tokens live here and never in the log (L4), so that they can be corrected and erased. */
export interface PersonTable {
  readonly forum_id: number
  readonly id: PersonId
  readonly name: string
  readonly role: Role
  readonly token_hash: string | null
  /** The link that made a facilitator of this person; revoking it makes a participant again. */
  readonly link_id: number | null
  readonly created_at: Instant
}

export interface InterestTable {
  readonly forum_id: number
  readonly person_id: PersonId
  readonly session_id: SessionId
  readonly at: Instant
}

/** When somebody can't be there; like names never in the log. */
export interface AbsenceTable {
  readonly forum_id: number
  readonly person_id: PersonId
  /** 1, 2, 3… in the order in which the person put them. */
  readonly number: number
  readonly date: LocalDate
  /** Null: from the day's beginning. */
  readonly from_time: LocalTime | null
  /** Null: until the day's end. */
  readonly until_time: LocalTime | null
}

/** The log: append-only, held so by triggers. */
export interface EntryTable {
  readonly forum_id: number
  readonly seq: number
  readonly command_id: CommandId
  readonly by_person: PersonId
  readonly at: Instant
  /** JSON text of the events. */
  readonly events: string
  /** Why it was done although a rule asks for a reason. */
  readonly reason: string | null
}

/** Who has which room when: the projection in which the database itself refuses an overlap (B1). */
export interface PlacementTable {
  readonly forum_id: number
  readonly session_id: SessionId
  readonly room_id: RoomId
  readonly start_at: Instant
  readonly end_at: Instant
}

/** Forums whose entries may be deleted: a row here, in the same transaction, is what the trigger asks for. */
export interface PurgeTable {
  readonly forum_id: number
}

export interface Tables {
  readonly meta: MetaTable
  readonly migration: MigrationTable
  readonly forum: ForumTable
  readonly link: LinkTable
  readonly person: PersonTable
  readonly interest: InterestTable
  readonly absence: AbsenceTable
  readonly entry: EntryTable
  readonly placement: PlacementTable
  readonly purge: PurgeTable
}

/** The handle that every function of this folder takes first, and the only one it uses. */
export type Database = Kysely<Tables>
