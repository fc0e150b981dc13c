import { createMemo, Show } from 'solid-js'
import type { Board, Session } from '../../shared/board.ts'
import type { CellRef, SessionId } from '../../shared/ids.ts'
import { proposeWords } from '../i18n/propose.ts'
import { useForum } from '../sync/forum-context.tsx'
import { newId } from '../sync/new-id.ts'
import { reasonFor } from '../ui/ask-reason.ts'
import { Button } from '../ui/Button.tsx'
import { useDoorSentence } from '../ui/use-door-sentence.ts'
import { CellList } from './CellList.tsx'
import { createCells } from './create-cells.ts'
import { SheetTrouble } from './SheetTrouble.tsx'
import { useRepeat } from './use-repeat.ts'

interface RepeatSheetProps {
  readonly sessionId: SessionId
  readonly onDone: () => void
}

/** The same once more: the free cells that fit best, one tap each, or none yet. */
export const RepeatSheet = (props: RepeatSheetProps) => {
  const t = proposeWords.use
  const forum = useForum()
  const doorSentence = useDoorSentence()
  const made = newId()
  const { repeat, isBusy } = useRepeat(made)
  const first = createMemo(() => forum.board().sessions.get(props.sessionId) ?? null)
  // As it would be: the cells are judged for it, and not for the one that is on the board already.
  const again = createMemo((): Session | null => {
    const session = first()
    if (session === null) return null
    return { ...session, id: made, locked: false, merged: null, repeatOf: session.repeatOf ?? session.id }
  })
  const ground = createMemo((): Board => {
    const [board, session] = [forum.board(), again()]
    return session === null ? board : { ...board, sessions: new Map(board.sessions).set(made, session) }
  })
  const offered = createCells(ground, again, () => props.sessionId)
  const closed = () => (forum.you()?.role === 'facilitator' ? '' : doorSentence('claim'))
  const choose = async (cell: CellRef | null) => {
    const session = first()
    if (session === null || isBusy()) return
    const reason = cell === null ? undefined : await reasonFor(offered.verdictOf(cell))
    if (reason !== null) void repeat(session, cell, reason)
  }
  return (
    <div class="stack">
      <Show when={forum.connection().type !== 'live'}>
        <p class="sheet-note">{t().noLine}</p>
      </Show>
      <p>{t().repeatHelp(first()?.title ?? '')}</p>
      <Show
        when={closed() === '' && offered.cells().length > 0}
        fallback={<p class="sheet-note">{closed() === '' ? t().repeatNoFree : closed()}</p>}
      >
        <CellList offered={offered} length={first()?.length ?? 1} onChoose={(cell) => void choose(cell)} />
      </Show>
      <SheetTrouble sessionId={made} />
      <div class="row submit">
        <Button disabled={isBusy()} onClick={() => void choose(null)}>
          {t().repeatWithout}
        </Button>
        <Button look="quiet" onClick={() => props.onDone()}>
          {t().repeatNot}
        </Button>
      </div>
    </div>
  )
}
