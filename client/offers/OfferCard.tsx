import { createSignal, For, type JSX, Show } from 'solid-js'
import type { Offer } from '../../shared/board.ts'
import type { AnswerOffer } from '../../shared/commands/offers.schema.ts'
import { askedIn } from '../../shared/offers.ts'
import { typeset } from '../../shared/words.ts'
import { offersWords } from '../i18n/offers.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { OfferFrame } from './OfferFrame.tsx'
import { OfferOutcome } from './OfferOutcome.tsx'
import { askedHeading } from './offer-heading.ts'
import { useOfferActs } from './use-offer-acts.ts'
import { WordField, wordOf } from './WordField.tsx'

interface OfferCardProps {
  readonly offer: Offer
  /** It stands over a small screen: what it does to both is folded away. */
  readonly isBrief?: boolean
  /** Beside the answers. */
  readonly children?: JSX.Element
}

const answers = ['accept', 'decline', 'talk'] as const satisfies readonly AnswerOffer['answer'][]

/** What somebody else offers: what it would do, until when, and the three answers, each with a word where one likes. */
export const OfferCard = (props: OfferCardProps) => {
  const t = offersWords.use
  const forum = useForum()
  const acts = useOfferActs()
  const [isWordy, setWordy] = createSignal(false)
  const [isOpen, setOpen] = createSignal(false)
  const [word, setWord] = createSignal('')
  // Where two sides are asked, either may have said it.
  const isAskedAlone = () => askedIn(forum.confirmed(), props.offer).length === 1
  const who = () => forum.people().get(props.offer.by)?.name ?? t().someone
  const answer = async (said: AnswerOffer['answer']) => {
    const offerId = props.offer.id
    const command = { type: 'answer-offer', offerId, answer: said, ...wordOf(word()) } as const
    const isSaid = await acts.send(offerId, command, ({ events }) => {
      if (said === 'decline') return t().declined
      if (said === 'talk') return t().talked
      return events.some(({ type }) => type === 'offer-ended') ? t().accepted : t().agreedSoFar
    })
    if (!isSaid) return
    setWord('')
    setWordy(false)
  }
  return (
    <OfferFrame
      offer={props.offer}
      isBrief={props.isBrief === true}
      heading={askedHeading(t(), forum.confirmed(), props.offer, who())}
      problems={acts.problems()}
      said={
        <>
          <Show when={props.offer.word}>
            <p class="offer-word" dir="auto">
              {t().said(who(), typeset(props.offer.word))}
            </p>
          </Show>
          <Show when={props.offer.talk !== null}>
            <p class="soft" dir="auto">
              {(isAskedAlone() ? t().talkedAlready : t().theyTalk)(typeset(props.offer.talk ?? ''))}
            </p>
          </Show>
        </>
      }
    >
      {/* Asked for only where it is wanted: on a phone the answers must stay in sight. */}
      <Show when={isWordy()}>
        <WordField value={word()} onInput={setWord} isFresh />
      </Show>
      <div class="offer-acts">
        <div class="row offer-answers">
          <For each={answers}>
            {(each) => (
              <Button
                look={each === 'accept' ? 'main' : 'plain'}
                disabled={acts.isBusy()}
                onClick={() => void answer(each)}
              >
                {t()[each]}
              </Button>
            )}
          </For>
        </div>
        <div class="row offer-more">
          {props.children}
          <Show when={!isWordy()}>
            <Button look="quiet" disabled={acts.isBusy()} onClick={() => setWordy(true)}>
              {t().addWord}
            </Button>
          </Show>
          <Show when={props.isBrief}>
            <Button look="quiet" aria-expanded={isOpen()} onClick={() => setOpen(!isOpen())}>
              {t().details}
            </Button>
          </Show>
        </div>
      </div>
      <Show when={props.isBrief}>
        <div hidden={!isOpen()}>
          <OfferOutcome offer={props.offer} />
        </div>
      </Show>
    </OfferFrame>
  )
}
