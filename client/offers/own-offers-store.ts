import type { LogPlace } from './fetch-missed.ts'
import type { OwnOffer } from './own-offers.ts'

/** The open offers of one's own that a device has seen, with the last entry that it heard then; null where that is not known. */
export interface KeptOffers {
  readonly heard: LogPlace | null
  readonly offers: readonly OwnOffer[]
}

const nothing: KeptOffers = { heard: null, offers: [] }

const placeOf = (value: unknown): LogPlace | null => {
  if (typeof value !== 'object' || value === null || !('epoch' in value) || !('seq' in value)) return null
  const { epoch, seq } = value
  return typeof epoch === 'string' && typeof seq === 'number' ? { epoch, seq } : null
}

const isAsked = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === 'string')

const isOwnOffer = (value: unknown): value is OwnOffer => {
  if (typeof value !== 'object' || value === null) return false
  const { id, expiresAt, asked, agreed, talk } = value as Record<keyof OwnOffer, unknown>
  return (
    [id, talk ?? ''].every((each) => typeof each === 'string') &&
    [expiresAt, agreed].every((each) => typeof each === 'number') &&
    Array.isArray(asked) &&
    asked.every(isAsked)
  )
}

/** What this device keeps under a name; nothing where there is none, or none that can be read. */
export const readOwnOffers = (storage: Pick<Storage, 'getItem'>, key: string): KeptOffers => {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? 'null')
    if (typeof kept !== 'object' || kept === null || !('offers' in kept) || !Array.isArray(kept.offers)) return nothing
    return { heard: 'heard' in kept ? placeOf(kept.heard) : null, offers: kept.offers.filter(isOwnOffer) }
  } catch {
    return nothing
  }
}

/** Keeps them, or nothing where none is open. A full or forbidden storage forgets what happens while it is away. */
export const keepOwnOffers = (
  storage: Pick<Storage, 'setItem' | 'removeItem'>,
  key: string,
  kept: KeptOffers,
): void => {
  try {
    if (kept.offers.length === 0) storage.removeItem(key)
    else storage.setItem(key, JSON.stringify(kept))
  } catch {
    // The page that is open still hears of each answer.
  }
}
