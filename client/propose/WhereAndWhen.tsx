import { createMemo, For, Show, untrack } from 'solid-js'
import { alternatives } from '../../shared/alternatives.ts'
import type { CellRef, SessionId } from '../../shared/ids.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { dayText } from '../i18n/format.ts'
import { proposeWords } from '../i18n/propose.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { navigate } from '../ui/location.ts'
import { useActs } from '../ui/use-acts.ts'
import { useDoorSentence } from '../ui/use-door-sentence.ts'

interface WhereAndWhenProps {
  readonly sessionId: SessionId
  readonly onDone: () => void
}

/** How many cells are offered at a glance; the board has the others. */
const offered = 6

/** The second step: the free cells that fit best, one tap each, or later. */
export const WhereAndWhen = (props: WhereAndWhenProps) => {
  const t = proposeWords.use
  const common = useWords()
  const language = useLanguage()
  const forum = useForum()
  const acts = useActs()
  const doorSentence = useDoorSentence()
  const session = createMemo(() => forum.board().sessions.get(props.sessionId) ?? null)
  const cells = createMemo(() => {
    const shown = session()
    return shown === null ? [] : alternatives(forum.board(), shown, null, untrack(forum.context), offered)
  })
  const day = (cell: CellRef) => dayText(forum.board().slots.get(cell.slotId)?.date ?? '1970-01-01', language())
  const seats = (cell: CellRef) => forum.board().rooms.get(cell.roomId)?.capacity ?? null
  const place = (cell: CellRef) => {
    void acts.claim(props.sessionId, cell)
    props.onDone()
  }
  const chooseOnBoard = () => {
    const search = new URLSearchParams({ hold: props.sessionId })
    const date = forum.board().slots.get(cells()[0]?.slotId ?? '')?.date
    if (date !== undefined) search.set('day', date)
    navigate(`/${forum.slug}?${search}`, { replace: true })
  }
  return (
    <div class="stack">
      <p>{t().whereHelp(session()?.title ?? '')}</p>
      <Show when={doorSentence('claim')}>{(sentence) => <p class="soft">{sentence()}</p>}</Show>
      <Show when={cells().length > 0} fallback={<p>{session() === null ? common().card.pending : t().noFree}</p>}>
        <ul class="where">
          <For each={cells()}>
            {(cell) => (
              <li>
                <Button onClick={() => place(cell)}>
                  <b>{acts.cellText(cell)}</b>
                  <span class="soft">
                    {day(cell)}
                    {seats(cell) === null ? '' : ` · ${common().board.seats(seats(cell) ?? 0)}`}
                  </span>
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <div class="row">
        <Button onClick={chooseOnBoard}>{t().chooseOnBoard}</Button>
        <Button look="quiet" onClick={() => props.onDone()}>
          {t().skip}
        </Button>
      </div>
    </div>
  )
}
