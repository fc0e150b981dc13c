import { Show } from 'solid-js'
import type { CellUse } from '../../shared/board.ts'
import { type CellRef, cellKey } from '../../shared/ids.ts'
import { typeset } from '../../shared/words.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import type { Verdict } from '../sync/rules-code.ts'
import { reservedFor } from '../ui/reserved-for.ts'
import { useHold } from './hold-context.tsx'
import { usePropose } from './use-propose.ts'
import { VerdictText } from './VerdictText.tsx'

interface FreeCellProps {
  readonly place: CellRef
  readonly use: CellUse
  readonly room: string
  readonly time: string
  readonly named: boolean
  readonly verdict: Verdict | null
  /** Not what is looked for. */
  readonly faded: boolean
}

/** A cell without a session. With a card in hand it takes the card; otherwise it begins a proposal for this place. */
export const FreeCell = (props: FreeCellProps) => {
  const t = useWords()
  const forum = useForum()
  const hold = useHold()
  const propose = usePropose()
  const reserved = () => reservedFor(forum.board(), props.use, t().board)
  return (
    <button
      type="button"
      class="cell-free"
      classList={{
        faded: props.faded,
        reserved: props.use.type === 'reserved',
        best: props.verdict !== null && props.verdict.best !== '',
      }}
      data-verdict={props.verdict?.type}
      aria-disabled={props.verdict?.type === 'no' ? true : undefined}
      onClick={() => (hold.session() === null ? propose(props.place) : hold.place(props.place))}
    >
      <span classList={{ unseen: !props.named }}>{props.room}</span>
      <span class="unseen">, {props.time}, </span>
      <Show when={props.verdict} fallback={<span>{reserved() ?? t().board.free}</span>}>
        {(said) => <VerdictText verdict={said()} />}
      </Show>
      {/* Nothing else moves yet: this much is drawn within a frame on any phone. */}
      <Show when={hold.isLaid(cellKey(props.place.roomId, props.place.slotId)) && hold.session()}>
        {(card) => (
          <span class="laid" data-session={card().id}>
            <b dir="auto">{typeset(card().title)}</b> <span class="card-mark waiting">{t().card.pending}</span>
          </span>
        )}
      </Show>
    </button>
  )
}
