import { Show } from 'solid-js'
import type { Offer } from '../../shared/board.ts'
import { askedIn } from '../../shared/offers.ts'
import { typeset } from '../../shared/words.ts'
import { offersWords } from '../i18n/offers.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { OfferFrame } from './OfferFrame.tsx'
import { sentHeading } from './offer-heading.ts'
import { useOfferActs } from './use-offer-acts.ts'

/** An offer that waits for the answer of others; it can be taken back until then. */
export const SentOffer = (props: { readonly offer: Offer }) => {
  const t = offersWords.use
  const forum = useForum()
  const acts = useOfferActs()
  const takeBack = () => {
    const offerId = props.offer.id
    return acts.send(offerId, { type: 'withdraw-offer', offerId }, () => t().takenBack)
  }
  /** Of two sides that are asked, the one that has agreed. */
  const agreed = () => {
    const asked = askedIn(forum.confirmed(), props.offer)
    const id = asked.length > 1 ? asked.find((side) => props.offer.agreed.includes(side)) : undefined
    return forum.confirmed().sessions.get(id ?? '')?.title
  }
  return (
    <OfferFrame
      offer={props.offer}
      heading={sentHeading(t(), forum.confirmed(), props.offer)}
      problems={acts.problems()}
      said={
        <>
          <Show when={agreed()}>{(title) => <p dir="auto">{t().agreedSide(title())}</p>}</Show>
          <Show when={props.offer.talk !== null}>
            <p class="offer-word" dir="auto">
              {t().theyTalk(typeset(props.offer.talk ?? ''))}
            </p>
          </Show>
        </>
      }
    >
      <div class="row">
        <Button disabled={acts.isBusy()} onClick={() => void takeBack()}>
          {t().takeBack}
        </Button>
      </div>
    </OfferFrame>
  )
}
