import type { ForumSlug, RoomId, SlotId } from '../../shared/ids.ts'

/** A paper card while it is being typed. Empty room and slot: to be placed. */
export interface CardDraft {
  readonly title: string
  readonly host: string
  readonly roomId: RoomId
  readonly slotId: SlotId
}

export const emptyCard: CardDraft = { title: '', host: '', roomId: '', slotId: '' }

const keyOf = (slug: ForumSlug): string => `desk-card ${slug}`

/** What this device kept of a card; an empty one where there is nothing, or nothing that can be read. */
export const readCard = (storage: Pick<Storage, 'getItem'>, slug: ForumSlug): CardDraft => {
  try {
    const kept: unknown = JSON.parse(storage.getItem(keyOf(slug)) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return emptyCard
    const text = (name: keyof CardDraft): string => {
      const value: unknown = Reflect.get(kept, name)
      return typeof value === 'string' ? value : ''
    }
    return { title: text('title'), host: text('host'), roomId: text('roomId'), slotId: text('slotId') }
  } catch {
    return emptyCard
  }
}

/** Keeps the card on this device; a storage that refuses loses the draft, never the typing. */
export const keepCard = (storage: Pick<Storage, 'setItem'>, slug: ForumSlug, card: CardDraft): void => {
  try {
    storage.setItem(keyOf(slug), JSON.stringify(card))
  } catch {
    // Private windows may refuse.
  }
}
