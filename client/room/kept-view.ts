import { freeUntilOf } from '../../shared/now.ts'
import { contains, type Instant } from '../../shared/time.ts'
import { localDate } from '../../shared/zone.ts'
import type { Held, RoomView } from './room-view.ts'

/** A door's last view with this device's own time of it, which alone goes on without a server. */
interface Kept {
  readonly view: RoomView
  readonly deviceTime: Instant
}

/** A view out of the device's copy, moved on to now. */
export interface KeptView {
  readonly view: RoomView
  /** Server time at which it was true. */
  readonly freshAt: Instant
}

const keyOf = (slug: string, roomId: string): string => `door ${slug} ${roomId}`

/** Keeps what a door shows, for a reload that gets no answer. A full or forbidden storage keeps nothing. */
export const keepView = (
  storage: Pick<Storage, 'setItem'>,
  slug: string,
  view: RoomView,
  deviceTime: Instant,
): void => {
  const kept: Kept = { view, deviceTime }
  try {
    storage.setItem(keyOf(slug, view.room.id), JSON.stringify(kept))
  } catch {
    // Private windows may forbid it: the door then needs its server.
  }
}

/** Every session of the kept day, in time order. */
const heldIn = (view: RoomView): readonly Held[] =>
  [view.current, view.next, ...view.rest].filter((held): held is Held => held !== null)

/** The same day at a later time: what has ended is over, what has begun is now. */
export const viewAt = (view: RoomView, now: Instant): RoomView => {
  const held = heldIn(view)
  const current = held.find(({ placement }) => contains(placement, now)) ?? null
  const later = held.filter(({ placement }) => placement.start > now)
  const next = later[0] ?? null
  const day = view.day ?? []
  const dayEnd = Math.max(0, view.freeUntil ?? 0, ...day.map(({ end }) => end))
  const taken = [...later.map(({ placement }) => placement), ...day.filter(({ type }) => type !== 'free')]
  const free = day.filter(({ type }) => type === 'free')
  // The server's short answer has no day: what ends the free time that it told of is all that is known besides sessions.
  const told = view.day === undefined && view.freeUntil !== null ? [{ start: view.freeUntil, end: view.freeUntil }] : []
  const freeUntil = current === null ? freeUntilOf(now, [...taken, ...told], free, dayEnd) : null
  const common = view.common !== null && contains(view.common, now) ? view.common : null
  return { ...view, serverTime: now, current, next, freeUntil, rest: later.slice(1), common }
}

/**
 * The device's copy of a door at `deviceTime`; null where there is none, where it can't be read, or where the day that it
 * tells of is over: an old day says nothing of today.
 */
export const keptView = (
  storage: Pick<Storage, 'getItem'>,
  slug: string,
  roomId: string,
  deviceTime: Instant,
): KeptView | null => {
  try {
    const kept = JSON.parse(storage.getItem(keyOf(slug, roomId)) ?? 'null') as Kept | null
    if (kept === null) return null
    const { view } = kept
    const now = view.serverTime + Math.max(0, deviceTime - kept.deviceTime)
    if (localDate(now, view.timeZone) !== localDate(view.serverTime, view.timeZone)) return null
    return { view: viewAt(view, now), freshAt: view.serverTime }
  } catch {
    return null
  }
}
