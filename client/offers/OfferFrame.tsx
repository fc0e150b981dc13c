import { createUniqueId, type JSX } from 'solid-js'
import type { Offer } from '../../shared/board.ts'
import { Countdown } from './Countdown.tsx'
import { OfferOutcome } from './OfferOutcome.tsx'
import { OfferProblems } from './OfferProblems.tsx'
import './offers.css'

interface OfferFrameProps {
  readonly offer: Offer
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
    <article class="offer-card" aria-labelledby={id}>
      <h3 id={id} dir="auto">
        {props.heading}
      </h3>
      <OfferOutcome offer={props.offer} />
      {props.said}
      <Countdown until={props.offer.expiresAt} />
      <OfferProblems problems={props.problems} />
      {props.children}
    </article>
  )
}
