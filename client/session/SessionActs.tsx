import { createSignal, Show } from 'solid-js'
import type { Session } from '../../shared/board.ts'
import { sessionWords } from '../i18n/session.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { navigate } from '../ui/location.ts'
import { useActs } from '../ui/use-acts.ts'

/** What its hosts and the team can do with a session. */
export const SessionActs = (props: { readonly session: Session }) => {
  const t = sessionWords.use
  const common = useWords()
  const forum = useForum()
  const acts = useActs()
  const [withdrawing, setWithdrawing] = createSignal(false)
  const id = () => props.session.id
  const isPlaced = () => forum.board().placements.has(id())
  const isTeam = () => forum.you()?.role === 'facilitator'
  const withdraw = () => {
    setWithdrawing(false)
    const done = common().place.withdrawn(props.session.title)
    void acts.act(id(), { type: 'withdraw', sessionId: id() }, done)
    navigate(`/${forum.slug}`, { replace: true })
  }
  return (
    <div class="row">
      <a class="button main" href={`/${forum.slug}?hold=${id()}`}>
        {isPlaced() ? t().move : t().place}
      </a>
      <Show when={isPlaced()}>
        <Button onClick={() => void acts.release(id())}>{t().release}</Button>
      </Show>
      <a class="button plain" href={`/${forum.slug}/sessions/${id()}?edit=${id()}`}>
        {t().edit}
      </a>
      <Show when={isTeam()}>
        <Button
          onClick={() => void acts.act(id(), { type: props.session.locked ? 'unlock' : 'lock', sessionId: id() })}
        >
          {props.session.locked ? t().unlock : t().lock}
        </Button>
      </Show>
      <Button look="danger" onClick={() => setWithdrawing(true)}>
        {t().withdraw}
      </Button>
      <Dialog open={withdrawing()} title={t().withdrawTitle} onClose={() => setWithdrawing(false)}>
        <p>{t().withdrawHelp}</p>
        <div class="row">
          <Button look="danger" onClick={withdraw}>
            {t().withdraw}
          </Button>
          <Button onClick={() => setWithdrawing(false)}>{common().cancel}</Button>
        </div>
      </Dialog>
    </div>
  )
}
