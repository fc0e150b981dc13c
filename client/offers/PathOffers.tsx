import { For, Show } from 'solid-js'
import { offersWords } from '../i18n/offers.ts'
import { useForum } from '../sync/forum-context.tsx'
import { createOffers } from './create-offers.ts'
import { EndedOffers } from './EndedOffers.tsx'
import { OfferCard } from './OfferCard.tsx'
import { SentOffer } from './SentOffer.tsx'

/** At the top of "my path": what waits for one's answer, what came of one's own offers, and what one waits for. */
export const PathOffers = () => {
  const t = offersWords.use
  const forum = useForum()
  const offers = createOffers()
  return (
    <>
      <Show when={offers.incoming().length > 0}>
        <section class="stack" aria-label={t().waiting}>
          <h2>{t().waiting}</h2>
          <For each={offers.incoming()}>
            {(id) => <Show when={forum.confirmed().offers.get(id)}>{(offer) => <OfferCard offer={offer()} />}</Show>}
          </For>
        </section>
      </Show>
      <EndedOffers />
      <Show when={offers.outgoing().length > 0}>
        <section class="stack" aria-label={t().sent}>
          <h2>{t().sent}</h2>
          <For each={offers.outgoing()}>
            {(id) => <Show when={forum.confirmed().offers.get(id)}>{(offer) => <SentOffer offer={offer()} />}</Show>}
          </For>
        </section>
      </Show>
    </>
  )
}
