import { createUniqueId, type JSX, Show } from 'solid-js'
import type { Offer } from '../../shared/board.ts'
import { Countdown } from './Countdown.tsx'
import { OfferGist } from './OfferGist.tsx'
import { OfferOutcome } from './OfferOutcome.tsx'
import { OfferProblems } from './OfferProblems.tsx'
import './offers.css'

interface OfferFrameProps {
  readonly offer: Offer
  /** It stands over a small screen: only the gist of it, what it does to both stands elsewhere. */
  readonly isBrief?: boolean
  readonly heading: string
  readonly problems: readonly string[]
  /** What was said with it so far. */
  readonly said: JSX.Element
  /** What can be done with it. */
  readonly children: JSX.Element
}

/** An offer that is open: what it would do, what was said, and until when it can be answered. */
export const OfferFrame = (props: OfferFrameProps) => {
  const id = createUniqueId()
  return (
    <article class="offer-card" classList={{ brief: props.isBrief === true }} aria-labelledby={id}>
      <h3 id={id} dir="auto">
        {props.heading}
      </h3>
      <Show when={props.isBrief} fallback={<OfferOutcome offer={props.offer} />}>
        <OfferGist offer={props.offer} />
      </Show>
      {props.said}
      <Countdown until={props.offer.expiresAt} isBrief={props.isBrief === true} />
      <OfferProblems problems={props.problems} />
      {props.children}
    </article>
  )
}
