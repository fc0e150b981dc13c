import type { ForumSlug, RoomId, SlotId } from '../../shared/ids.ts'

/** The address that opens the sheet to propose for a cell, over the door itself. */
export const proposeHere = (slug: ForumSlug, roomId: RoomId, slotId: SlotId): string =>
  `/${slug}/room/${encodeURIComponent(roomId)}?${new URLSearchParams({ propose: `${roomId} ${slotId}` })}`
