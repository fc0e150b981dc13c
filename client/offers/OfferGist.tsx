import { createMemo } from 'solid-js'
import type { Offer } from '../../shared/board.ts'
import { useForum } from '../sync/forum-context.tsx'
import { gistOf, outcomesOf } from './outcome.ts'
import { useOutcomeText } from './use-outcome-text.ts'

/** What an offer would do to one's own session, in a line: on a phone the answers must stay in sight. */
export const OfferGist = (props: { readonly offer: Offer }) => {
  const forum = useForum()
  const outcomeText = useOutcomeText()
  const gist = createMemo(() =>
    gistOf(forum.confirmed(), outcomesOf(forum.confirmed(), props.offer), forum.you()?.id ?? ''),
  )
  return (
    <p class="offer-gist" dir="auto">
      {outcomeText(gist())}
    </p>
  )
}
