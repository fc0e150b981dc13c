import { Show } from 'solid-js'
import type { Session } from '../../shared/board.ts'
import { sessionWords } from '../i18n/session.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { newId } from '../sync/new-id.ts'
import { Button } from '../ui/Button.tsx'
import { navigate } from '../ui/location.ts'
import { notify } from '../ui/notices.ts'
import { restoreSession } from '../ui/restore-session.ts'
import { useActs } from '../ui/use-acts.ts'
import { useDoorSentence } from '../ui/use-door-sentence.ts'

/** What its hosts and the team can do with a session. */
export const SessionActs = (props: { readonly session: Session }) => {
  const t = sessionWords.use
  const common = useWords()
  const forum = useForum()
  const acts = useActs()
  const doorSentence = useDoorSentence()
  const id = () => props.session.id
  const isPlaced = () => forum.board().placements.has(id())
  const isTeam = () => forum.you()?.role === 'facilitator'
  const closed = () => (isTeam() ? '' : doorSentence('claim'))

  /** No question before: what was withdrawn comes back with one tap, where it was (under a new id, so without its stars). */
  const withdraw = async () => {
    const [sessionId, as, { title }] = [id(), newId(), props.session]
    const back = restoreSession(forum.board(), sessionId, as)
    const undo = async () => {
      for (const command of back) if (!(await acts.act(as, command))) return
      notify({ key: `session ${as}`, tone: 'good', text: t().isBack(title) })
    }
    navigate(`/${forum.slug}`, { replace: true })
    if (!(await acts.act(sessionId, { type: 'withdraw', sessionId }))) return
    const actions = [{ label: t().undo, act: () => void undo() }]
    notify({ key: `session ${sessionId}`, tone: 'good', text: common().place.withdrawn(title), actions })
  }

  return (
    <div class="stack session-acts">
      <Show when={closed() !== ''}>
        <p class="session-note">{closed()}</p>
      </Show>
      <div class="row">
        <Show when={closed() === ''}>
          <a class="button main" href={`/${forum.slug}?hold=${id()}`}>
            {isPlaced() ? t().move : t().place}
          </a>
        </Show>
        <a class="button plain" href={`/${forum.slug}/sessions/${id()}?edit=${id()}`}>
          {t().edit}
        </a>
        <Show when={isPlaced() && closed() === ''}>
          <Button onClick={() => void acts.release(id())}>{t().release}</Button>
        </Show>
        <Show when={isTeam()}>
          <Button
            onClick={() => void acts.act(id(), { type: props.session.locked ? 'unlock' : 'lock', sessionId: id() })}
          >
            {props.session.locked ? t().unlock : t().lock}
          </Button>
        </Show>
        <Button look="danger" onClick={() => void withdraw()}>
          {t().withdraw}
        </Button>
      </div>
    </div>
  )
}
