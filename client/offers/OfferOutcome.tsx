import { createMemo, For } from 'solid-js'
import type { Offer } from '../../shared/board.ts'
import type { CellRef, SessionId } from '../../shared/ids.ts'
import { unreachable } from '../../shared/unreachable.ts'
import { typeset } from '../../shared/words.ts'
import { offersWords } from '../i18n/offers.ts'
import { useForum } from '../sync/forum-context.tsx'
import { useActs } from '../ui/use-acts.ts'
import { type Outcome, outcomesOf } from './outcome.ts'

/** Both sessions with what would become of them, in words. */
export const OfferOutcome = (props: { readonly offer: Pick<Offer, 'kind' | 'fromId' | 'toId'> }) => {
  const t = offersWords.use
  const forum = useForum()
  const acts = useActs()
  const lines = createMemo(() => outcomesOf(forum.confirmed(), props.offer))
  const at = (cell: CellRef | null) => (cell === null ? t().parked : acts.cellText(cell))
  const title = (id: SessionId) => typeset(forum.confirmed().sessions.get(id)?.title ?? '')
  const said = (line: Outcome): string => {
    switch (line.type) {
      case 'moves':
        return t().move(title(line.id), at(line.from), at(line.to))
      case 'stays':
        return t().stays(title(line.id), at(line.at))
      case 'inside':
        return t().inside(title(line.id), title(line.intoId), at(line.at))
      default:
        return unreachable(line)
    }
  }
  return (
    <ul class="offer-outcome">
      <For each={lines()}>{(line) => <li dir="auto">{said(line)}</li>}</For>
    </ul>
  )
}
