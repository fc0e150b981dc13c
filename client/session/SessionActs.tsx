import { Show } from 'solid-js'
import type { Session } from '../../shared/board.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { sessionWords } from '../i18n/session.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { useRules } from '../sync/rules.ts'
import { Button } from '../ui/Button.tsx'
import { navigate } from '../ui/location.ts'
import { useActs } from '../ui/use-acts.ts'
import { useDoorSentence } from '../ui/use-door-sentence.ts'

/** What its hosts and the team can do with a session. */
export const SessionActs = (props: { readonly session: Session }) => {
  const t = sessionWords.use
  const common = useWords()
  const forum = useForum()
  const language = useLanguage()
  const rules = useRules()
  const acts = useActs()
  const doorSentence = useDoorSentence()
  const id = () => props.session.id
  const isPlaced = () => forum.board().placements.has(id())
  const isTeam = () => forum.you()?.role === 'facilitator'
  const begun = () => rules()?.whyStays(forum.board(), props.session, forum.context(), language()) ?? ''
  const stays = () => begun() || (isTeam() ? '' : doorSentence('claim'))
  /** A session inside another goes where that one goes. */
  const mayPlace = () => stays() === '' && props.session.merged === null

  /** No question before: it is undone with one tap. */
  const withdraw = () => {
    const [sessionId, { title }] = [id(), props.session]
    navigate(`/${forum.slug}`, { replace: true })
    void acts.act(sessionId, { type: 'withdraw', sessionId }, common().place.withdrawn(title))
  }
  const lock = () => {
    const { locked, title } = props.session
    const done = locked ? t().isUnlocked(title) : t().isLocked(title)
    void acts.act(id(), { type: locked ? 'unlock' : 'lock', sessionId: id() }, done)
  }

  return (
    <div class="stack session-acts">
      <Show when={stays() !== ''}>
        <p class="session-note">{stays()}</p>
      </Show>
      <div class="row">
        <Show when={mayPlace()}>
          <a class="button main" href={`/${forum.slug}?hold=${id()}`}>
            {isPlaced() ? t().move : t().place}
          </a>
        </Show>
        <a class="button plain" href={`/${forum.slug}/sessions/${id()}?edit=${id()}`}>
          {t().edit}
        </a>
        <Show when={isPlaced() && mayPlace()}>
          <Button onClick={() => void acts.release(id())}>{t().release}</Button>
        </Show>
        <Show when={isTeam()}>
          <Button onClick={lock}>{props.session.locked ? t().unlock : t().lock}</Button>
        </Show>
        <Show when={begun() === ''}>
          <Button look="danger" onClick={withdraw}>
            {t().withdraw}
          </Button>
        </Show>
      </div>
    </div>
  )
}
