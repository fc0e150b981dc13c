import { createUniqueId, For, Show } from 'solid-js'
import type { Offer } from '../../shared/board.ts'
import { offersWords } from '../i18n/offers.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { Countdown } from './Countdown.tsx'
import { OfferOutcome } from './OfferOutcome.tsx'
import { sentHeading } from './offer-heading.ts'
import { useOfferActs } from './use-offer-acts.ts'
import './offers.css'

/** An offer that waits for the answer of others; it can be taken back until then. */
export const SentOffer = (props: { readonly offer: Offer }) => {
  const t = offersWords.use
  const forum = useForum()
  const acts = useOfferActs()
  const id = createUniqueId()
  const takeBack = () => {
    const offerId = props.offer.id
    return acts.send(offerId, { type: 'withdraw-offer', offerId }, () => t().takenBack)
  }
  return (
    <article class="offer-card" aria-labelledby={id}>
      <h3 id={id} dir="auto">
        {sentHeading(t(), forum.confirmed(), props.offer)}
      </h3>
      <OfferOutcome offer={props.offer} />
      <Show when={props.offer.talk !== null}>
        <p class="offer-word" dir="auto">
          {t().theyTalk(props.offer.talk ?? '')}
        </p>
      </Show>
      <Countdown until={props.offer.expiresAt} />
      <Show when={acts.problems().length > 0}>
        <ul class="offer-problems">
          <For each={acts.problems()}>{(problem) => <li>{problem}</li>}</For>
        </ul>
      </Show>
      <div class="row">
        <Button disabled={acts.isBusy()} onClick={() => void takeBack()}>
          {t().takeBack}
        </Button>
      </div>
    </article>
  )
}
