import { type Door, isDoorOpen } from '../../shared/board.ts'
import type { Instant } from '../../shared/time.ts'

/** A door as it is said in words. */
export type DoorState =
  | { readonly type: 'open' }
  | { readonly type: 'opens'; readonly at: Instant }
  | { readonly type: 'closed' }
  | { readonly type: 'over'; readonly at: Instant }

export const doorState = (door: Door, now: Instant): DoorState => {
  if (isDoorOpen(door, now)) return { type: 'open' }
  if (door.opensAt === null) return { type: 'closed' }
  if (now < door.opensAt) return { type: 'opens', at: door.opensAt }
  return door.closesAt === null ? { type: 'closed' } : { type: 'over', at: door.closesAt }
}
