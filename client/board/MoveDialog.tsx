import { createMemo, createSignal, For, Show, untrack } from 'solid-js'
import type { Session } from '../../shared/board.ts'
import { type CellRef, cellKey } from '../../shared/ids.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { dayText, intervalText } from '../i18n/format.ts'
import { moveWords } from '../i18n/move.ts'
import { createAdvice } from '../sync/create-advice.ts'
import { useForum } from '../sync/forum-context.tsx'
import { useRules } from '../sync/rules.ts'
import type { Verdict } from '../sync/rules-code.ts'
import { reasonFor } from '../ui/ask-reason.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { useActs } from '../ui/use-acts.ts'
import { openSlotsOf, roomChoices, roomsOf, timeChoices } from './move-choices.ts'
import { VerdictText } from './VerdictText.tsx'
import './move.css'

interface MoveDialogProps {
  readonly session: Session
  readonly onClose: () => void
}

/** A cell that is there no more. */
const unknown: Verdict = { type: 'no', word: '', why: '', good: '', best: '' }

/** "Déplacer vers…": the room and the time from lists, each with what it says; no drag, no pointer needed. */
export const MoveDialog = (props: MoveDialogProps) => {
  const t = moveWords.use
  const language = useLanguage()
  const forum = useForum()
  const acts = useActs()
  const rules = useRules()
  const placement = () => forum.board().placements.get(props.session.id)
  const advised = createAdvice(() => props.session.id)
  const context = () => ({ ...untrack(forum.context), ...advised() })

  const bestKeys = createMemo(() => rules()?.bestCells(forum.board(), props.session, context(), language()))
  const verdict = (cell: CellRef): Verdict =>
    rules()?.verdictOf(forum.board(), props.session, cell, context(), language(), bestKeys()) ?? unknown
  const best = createMemo(() =>
    [...(bestKeys()?.keys() ?? [])].map((key): CellRef => {
      const [roomId = '', slotId = ''] = key.split(' ')
      return { roomId, slotId }
    }),
  )

  // Begins with the best other place: most who open this want that, or something near it.
  const first = untrack(() => best()[0])
  const [roomId, setRoomId] = createSignal(first?.roomId ?? placement()?.roomId ?? roomsOf(forum.board())[0]?.id ?? '')
  const [slotId, setSlotId] = createSignal(
    first?.slotId ?? placement()?.slotIds[0] ?? openSlotsOf(forum.board())[0]?.id ?? '',
  )
  const stays = () => rules()?.whyStays(forum.board(), props.session, context(), language()) ?? ''
  const chosen = createMemo(() => verdict({ roomId: roomId(), slotId: slotId() }))
  const rooms = createMemo(() => roomChoices(forum.board(), slotId(), verdict))
  const times = createMemo(() => [...timeChoices(forum.board(), roomId(), verdict)])

  const place = async (cell: CellRef) => {
    // Closing takes the session away from this dialog.
    const { id } = props.session
    const said = verdict(cell)
    const reason = await reasonFor(said)
    if (reason === null) return
    props.onClose()
    if (said.type !== 'here') void acts.claim(id, cell, reason)
  }
  const release = () => {
    const { id } = props.session
    props.onClose()
    void acts.release(id)
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (chosen().type !== 'no') void place({ roomId: roomId(), slotId: slotId() })
  }

  return (
    <Dialog
      open={true}
      look="sheet"
      title={(placement() === undefined ? t().place : t().title)(props.session.title)}
      onClose={props.onClose}
    >
      <Show when={stays() === '' && rooms().length > 0 && times().length > 0} fallback={<p>{stays() || t().noCell}</p>}>
        <Show when={best().length > 0}>
          <div class="row">
            <b>{t().best}</b>
            <For each={best()}>{(cell) => <Button onClick={() => place(cell)}>{acts.cellText(cell)}</Button>}</For>
          </div>
        </Show>
        <form class="stack" onSubmit={submit}>
          <Field label={t().room}>
            {(control) => (
              <select ref={control} onChange={(event) => setRoomId(event.currentTarget.value)}>
                <For each={rooms()}>
                  {({ item, word }) => (
                    <option value={item.id} selected={item.id === roomId()}>
                      {t().choice(item.name, word)}
                    </option>
                  )}
                </For>
              </select>
            )}
          </Field>
          <Field label={t().time}>
            {(control) => (
              <select ref={control} onChange={(event) => setSlotId(event.currentTarget.value)}>
                <For each={times()}>
                  {([date, slots]) => (
                    <optgroup label={dayText(date, language())}>
                      <For each={slots}>
                        {({ item, word }) => (
                          <option value={item.id} selected={item.id === slotId()}>
                            {t().choice(intervalText(item, forum.board().frame.timeZone, language()), word)}
                          </option>
                        )}
                      </For>
                    </optgroup>
                  )}
                </For>
              </select>
            )}
          </Field>
          <p class="move-said" id={`move ${cellKey(roomId(), slotId())}`}>
            <Show when={chosen().type === 'here'} fallback={<VerdictText verdict={chosen()} />}>
              {t().isHere}
            </Show>
          </p>
          <div class="row">
            <Button look="main" type="submit" disabled={chosen().type === 'no' || chosen().type === 'here'}>
              {t().submit}
            </Button>
            <Show when={placement() !== undefined}>
              <Button onClick={release}>{t().release}</Button>
            </Show>
            <a class="button quiet" href={`/${forum.slug}/sessions/${props.session.id}`}>
              {t().page}
            </a>
          </div>
        </form>
      </Show>
    </Dialog>
  )
}
