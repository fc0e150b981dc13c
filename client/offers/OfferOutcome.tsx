import { createMemo, For } from 'solid-js'
import type { Offer } from '../../shared/board.ts'
import { useForum } from '../sync/forum-context.tsx'
import { outcomesOf } from './outcome.ts'
import { useOutcomeText } from './use-outcome-text.ts'

/** Both sessions with what would become of them, in words. */
export const OfferOutcome = (props: { readonly offer: Pick<Offer, 'kind' | 'fromId' | 'toId'> }) => {
  const forum = useForum()
  const outcomeText = useOutcomeText()
  const lines = createMemo(() => outcomesOf(forum.confirmed(), props.offer))
  return (
    <ul class="offer-outcome">
      <For each={lines()}>{(line) => <li dir="auto">{outcomeText(line)}</li>}</For>
    </ul>
  )
}
