/** Identifiers. Those made by a phone (sessions, commands) are UUIDs; rooms and slots may be readable words ("b102"). */
export type ForumSlug = string
export type RoomId = string
export type SlotId = string
export type SessionId = string
export type PersonId = string
export type CollectiveId = string
export type CommandId = string
export type OfferId = string

/** A room and a slot: one cell of the grid. */
export interface CellRef {
  readonly roomId: RoomId
  readonly slotId: SlotId
}

/** Key of a cell in a map. A room id never holds a space, so the pair is unambiguous. */
export type CellKey = `${RoomId} ${SlotId}`

export const cellKey = (roomId: RoomId, slotId: SlotId): CellKey => `${roomId} ${slotId}`
