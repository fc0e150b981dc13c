import { createEffect, createMemo, createSignal, For, Show, untrack } from 'solid-js'
import type { CellRef, SessionId } from '../../shared/ids.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { proposeWords } from '../i18n/propose.ts'
import { useWords } from '../i18n/words.ts'
import { createAdvice } from '../sync/create-advice.ts'
import { useForum } from '../sync/forum-context.tsx'
import { loadRules, useRules } from '../sync/rules.ts'
import { Button } from '../ui/Button.tsx'
import { navigate } from '../ui/location.ts'
import { useActs } from '../ui/use-acts.ts'
import { useDoorSentence } from '../ui/use-door-sentence.ts'
import { OfferButton } from './OfferButton.tsx'
import { offersAfter } from './offers.ts'

interface WhereAndWhenProps {
  readonly sessionId: SessionId
  readonly onDone: () => void
}

/** The second step: the free cells that fit best, one tap each, or later. */
export const WhereAndWhen = (props: WhereAndWhenProps) => {
  const t = proposeWords.use
  const common = useWords()
  const language = useLanguage()
  const forum = useForum()
  const acts = useActs()
  const doorSentence = useDoorSentence()
  const [cells, setCells] = createSignal<readonly CellRef[]>([])
  const session = createMemo(() => forum.board().sessions.get(props.sessionId) ?? null)
  const isTeam = () => forum.you()?.role === 'facilitator'
  const closed = () => (isTeam() ? '' : doorSentence('claim'))
  const rules = useRules()
  void loadRules()
  const advised = createAdvice(() => props.sessionId)
  const context = () => ({ ...untrack(forum.context), ...advised() })
  const best = createMemo(() => {
    const shown = session()
    return shown === null ? undefined : rules()?.bestCells(forum.board(), shown, context(), language())
  })
  const said = (cell: CellRef) => {
    const shown = session()
    return shown === null
      ? null
      : (rules()?.verdictOf(forum.board(), shown, cell, context(), language(), best()) ?? null)
  }
  // A minute's passing changes nothing here: a slot that begins is refused with its reason. Whoever is not known yet may
  // put it nowhere.
  createEffect(() => {
    const shown = session()
    const board = forum.board()
    if (!forum.isKnown()) return
    if (shown !== null) setCells((before) => offersAfter(before, board, shown, context()))
  })
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
          when={cells().length > 0}
          fallback={<p class="sheet-note">{session() === null ? common().card.pending : t().noFree}</p>}
        >
          <p>{t().whereHelp(session()?.title ?? '')}</p>
          <ul class="where">
            <For each={cells()}>
              {(cell) => (
                <li>
                  <Show when={said(cell)}>
                    {(verdict) => (
                      <OfferButton
                        cell={cell}
                        length={session()?.length ?? 1}
                        verdict={verdict()}
                        onChoose={() => place(cell)}
                      />
                    )}
                  </Show>
                </li>
              )}
            </For>
          </ul>
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
