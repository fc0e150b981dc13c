import { createMemo, Show } from 'solid-js'
import type { CellRef, SessionId } from '../../shared/ids.ts'
import { proposeWords } from '../i18n/propose.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { reasonFor } from '../ui/ask-reason.ts'
import { Button } from '../ui/Button.tsx'
import { navigate } from '../ui/location.ts'
import { useActs } from '../ui/use-acts.ts'
import { useDoorSentence } from '../ui/use-door-sentence.ts'
import { CellList } from './CellList.tsx'
import { createCells } from './create-cells.ts'

interface WhereAndWhenProps {
  readonly sessionId: SessionId
  readonly onDone: () => void
}

/** The second step: the free cells that fit best, one tap each, or later. */
export const WhereAndWhen = (props: WhereAndWhenProps) => {
  const t = proposeWords.use
  const common = useWords()
  const forum = useForum()
  const acts = useActs()
  const doorSentence = useDoorSentence()
  const session = createMemo(() => forum.board().sessions.get(props.sessionId) ?? null)
  const offered = createCells(forum.board, session, () => props.sessionId)
  const closed = () => (forum.you()?.role === 'facilitator' ? '' : doorSentence('claim'))
  const place = async (cell: CellRef) => {
    const reason = await reasonFor(offered.verdictOf(cell))
    if (reason === null) return
    void acts.claim(props.sessionId, cell, reason)
    props.onDone()
  }
  const chooseOnBoard = () => {
    const search = new URLSearchParams({ hold: props.sessionId })
    const date = forum.board().slots.get(offered.cells()[0]?.slotId ?? '')?.date
    if (date !== undefined) search.set('day', date)
    navigate(`/${forum.slug}?${search}`, { replace: true })
  }
  return (
    <div class="stack">
      <Show when={forum.connection().type !== 'live'}>
        <p class="sheet-note">{t().noLine}</p>
      </Show>
      <Show
        when={closed() === ''}
        fallback={
          <>
            <p>{t().whereLater(session()?.title ?? '')}</p>
            <p class="sheet-note">{closed()}</p>
          </>
        }
      >
        <Show
          when={offered.cells().length > 0}
          fallback={<p class="sheet-note">{session() === null ? common().card.pending : t().noFree}</p>}
        >
          <p>{t().whereHelp(session()?.title ?? '')}</p>
          <CellList offered={offered} length={session()?.length ?? 1} onChoose={(cell) => void place(cell)} />
        </Show>
      </Show>
      <div class="row submit">
        <Show when={closed() === ''}>
          <Button onClick={chooseOnBoard}>{t().chooseOnBoard}</Button>
        </Show>
        <Button look={closed() === '' ? 'quiet' : 'main'} onClick={() => props.onDone()}>
          {closed() === '' ? t().skip : t().understood}
        </Button>
      </div>
    </div>
  )
}
