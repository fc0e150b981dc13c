import { type Accessor, createMemo } from 'solid-js'
import type { OfferId } from '../../shared/ids.ts'
import { offersFor } from '../../shared/offers.ts'
import { useForum } from '../sync/forum-context.tsx'

const sameIds = (a: readonly OfferId[], b: readonly OfferId[]): boolean =>
  a.length === b.length && a.every((id, place) => id === b[place])

/** What stands open for the person of this device, by id, the oldest first: a card stays while only its countdown goes on. */
export interface OwnOfferIds {
  readonly incoming: Accessor<readonly OfferId[]>
  readonly outgoing: Accessor<readonly OfferId[]>
}

/** Confirmed ones only: an answer that is refused leaves its offer where it was. */
export const createOffers = (): OwnOfferIds => {
  const forum = useForum()
  const both = createMemo(() => offersFor(forum.confirmed(), forum.you()?.id ?? '', forum.now()))
  const ids = (side: 'incoming' | 'outgoing') =>
    createMemo(() => [...both()[side]].sort((a, b) => a.madeAt - b.madeAt).map(({ id }) => id), [], { equals: sameIds })
  return { incoming: ids('incoming'), outgoing: ids('outgoing') }
}
