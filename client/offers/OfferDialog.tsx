import { createMemo, createSignal, For, Show, untrack } from 'solid-js'
import { type OfferKind, offerKinds } from '../../shared/board.ts'
import type { SessionId } from '../../shared/ids.ts'
import { hostsOf } from '../../shared/together.ts'
import { offersWords } from '../i18n/offers.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { newId } from '../sync/new-id.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { hostNames } from '../ui/host-names.ts'
import { candidatesFor, isLike } from './candidates.ts'
import { OfferOutcome } from './OfferOutcome.tsx'
import { OfferProblems } from './OfferProblems.tsx'
import { SessionChoice } from './SessionChoice.tsx'
import { useOfferActs } from './use-offer-acts.ts'
import { WordField, wordOf } from './WordField.tsx'
import './offers.css'

interface OfferDialogProps {
  readonly sessionId: SessionId
  /** Otherwise it is offered in its hosts' name. */
  readonly isHost: boolean
  readonly onClose: () => void
}

/** Offers another session's hosts to swap cells, to merge, or to take this one's cell. */
export const OfferDialog = (props: OfferDialogProps) => {
  const t = offersWords.use
  const common = useWords()
  const forum = useForum()
  const acts = useOfferActs()
  const [typed, setTyped] = createSignal('')
  const [word, setWord] = createSignal('')
  const [toId, setToId] = createSignal<SessionId | null>(null)
  const [tried, setTried] = createSignal(false)
  const isTeam = () => forum.you()?.role === 'facilitator'
  const candidates = (kind: OfferKind) => {
    const from = forum.board().sessions.get(props.sessionId)
    if (from === undefined) return []
    const now = untrack(forum.now)
    const isOver = (id: SessionId) => (forum.board().placements.get(id)?.start ?? now + 1) <= now
    return candidatesFor(forum.board(), from, kind, ({ id, locked }) => (isTeam() || !locked) && !isOver(id))
  }
  const kinds = createMemo(() => offerKinds.filter((kind) => candidates(kind).length > 0))
  const [wanted, setWanted] = createSignal<OfferKind | null>(null)
  const kind = (): OfferKind => wanted() ?? kinds()[0] ?? 'merge'
  const found = createMemo(() =>
    candidates(kind()).filter((session) =>
      isLike(typed(), `${session.title} ${hostNames(forum, common(), hostsOf(forum.board(), session))}`),
    ),
  )
  const chosen = () => found().find(({ id }) => id === toId())
  const offer = async (event: Event) => {
    event.preventDefault()
    setTried(true)
    const to = chosen()
    if (to === undefined) return
    const offerId = newId()
    const sides = { fromId: props.sessionId, toId: to.id }
    const command = { type: 'offer', offerId, kind: kind(), ...sides, ...wordOf(word()) } as const
    const isDone = await acts.send(offerId, command, ({ events }) =>
      events.some(({ type }) => type === 'offer-ended') ? t().done : t().made,
    )
    if (isDone) props.onClose()
  }
  return (
    <Dialog open={true} look="sheet" title={t().form.title} onClose={() => props.onClose()}>
      <form class="stack" onSubmit={(event) => void offer(event)}>
        <p class="soft">{t().form.help}</p>
        <fieldset>
          <legend class="legend">{t().form.kind}</legend>
          <div class="row">
            <For each={kinds()}>
              {(each) => (
                <label class="check">
                  <input type="radio" name="kind" checked={kind() === each} onChange={() => setWanted(each)} />
                  {(props.isHost ? t().form.kinds : t().form.teamKinds)[each]}
                </label>
              )}
            </For>
          </div>
        </fieldset>
        <Field
          label={t().form.search}
          problem={tried() && chosen() === undefined && found().length > 0 ? t().form.choose : undefined}
        >
          {(control) => (
            <input
              ref={control}
              type="search"
              name="search"
              value={typed()}
              dir="auto"
              autocomplete="off"
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
        <SessionChoice label={t().form.which} sessions={found()} chosen={toId()} onChoose={setToId} />
        <Show when={chosen()}>
          {(to) => <OfferOutcome offer={{ kind: kind(), fromId: props.sessionId, toId: to().id }} />}
        </Show>
        <WordField value={word()} onInput={setWord} />
        <OfferProblems problems={acts.problems()} role="alert" />
        <div class="row">
          <Button look="main" type="submit" disabled={acts.isBusy()}>
            {t().form.submit}
          </Button>
          <Button look="quiet" onClick={() => props.onClose()}>
            {common().cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
