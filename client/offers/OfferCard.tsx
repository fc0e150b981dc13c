import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js'
import type { Offer } from '../../shared/board.ts'
import { limits } from '../../shared/limits.ts'
import { offersWords } from '../i18n/offers.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Countdown } from './Countdown.tsx'
import { OfferOutcome } from './OfferOutcome.tsx'
import { askedHeading } from './offer-heading.ts'
import { useOfferActs } from './use-offer-acts.ts'
import './offers.css'

interface OfferCardProps {
  readonly offer: Offer
  /** Beside the answers. */
  readonly children?: JSX.Element
}

/** What somebody else offers: what it would do, until when, and the three answers. */
export const OfferCard = (props: OfferCardProps) => {
  const t = offersWords.use
  const forum = useForum()
  const acts = useOfferActs()
  const id = createUniqueId()
  const [isTalking, setTalking] = createSignal(false)
  const [word, setWord] = createSignal('')
  const who = () => forum.people().get(props.offer.by)?.name ?? t().someone
  const answer = (said: 'accept' | 'decline' | 'talk') => {
    const offerId = props.offer.id
    const words = said === 'talk' && word().trim() !== '' ? { word: word().trim() } : {}
    return acts.send(offerId, { type: 'answer-offer', offerId, answer: said, ...words }, ({ events }) => {
      if (said === 'decline') return t().declined
      if (said === 'talk') return t().talked
      return events.some(({ type }) => type === 'offer-ended') ? t().accepted : t().agreedSoFar
    })
  }
  const talk = async (event: Event) => {
    event.preventDefault()
    if (await answer('talk')) setTalking(false)
  }
  return (
    <article class="offer-card" aria-labelledby={id}>
      <h3 id={id} dir="auto">
        {askedHeading(t(), forum.confirmed(), props.offer, who())}
      </h3>
      <OfferOutcome offer={props.offer} />
      <Show when={props.offer.word}>
        <p class="offer-word" dir="auto">
          {t().said(who(), props.offer.word)}
        </p>
      </Show>
      <Show when={props.offer.talk !== null}>
        <p class="soft">{t().talkedAlready}</p>
      </Show>
      <Countdown until={props.offer.expiresAt} />
      <Show when={acts.problems().length > 0}>
        <ul class="offer-problems">
          <For each={acts.problems()}>{(problem) => <li>{problem}</li>}</For>
        </ul>
      </Show>
      <div class="row">
        <Button look="main" disabled={acts.isBusy()} onClick={() => void answer('accept')}>
          {t().accept}
        </Button>
        <Button disabled={acts.isBusy()} onClick={() => void answer('decline')}>
          {t().decline}
        </Button>
        <Button aria-expanded={isTalking()} disabled={acts.isBusy()} onClick={() => setTalking(!isTalking())}>
          {t().talk}
        </Button>
        {props.children}
      </div>
      <Show when={isTalking()}>
        <form class="offer-talk" onSubmit={(event) => void talk(event)}>
          <Field label={t().word}>
            {(control) => (
              <input
                ref={control}
                name="word"
                maxLength={limits.offerWord}
                value={word()}
                dir="auto"
                autocomplete="off"
                onInput={(event) => setWord(event.currentTarget.value)}
              />
            )}
          </Field>
          <Button type="submit" disabled={acts.isBusy()}>
            {t().send}
          </Button>
        </form>
      </Show>
    </article>
  )
}
