import { createSignal, Show } from 'solid-js'
import type { Session } from '../../shared/board.ts'
import { sessionWords } from '../i18n/session.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { useActs } from '../ui/use-acts.ts'
import { SplitDialog } from './SplitDialog.tsx'

/** What is done more rarely: two sessions of one, the same again, handing it on. */
export const OtherActs = (props: { readonly session: Session }) => {
  const t = sessionWords.use
  const forum = useForum()
  const acts = useActs()
  const [isSplitting, setSplitting] = createSignal(false)
  const isHost = () => props.session.hosts.includes(forum.you()?.id ?? '')
  const stepBack = () => {
    const { id, title, hosts } = props.session
    void acts.act(id, { type: 'step-back', sessionId: id }, t().steppedBack(title, hosts.length > 1))
  }
  return (
    <details class="session-more">
      <summary>{t().otherActs}</summary>
      <div class="row">
        <Button onClick={() => setSplitting(true)}>{t().split}</Button>
        <a class="button plain" href={`/${forum.slug}/sessions/${props.session.id}?repeat=${props.session.id}`}>
          {t().repeat}
        </a>
        <Show when={isHost()}>
          <Button onClick={stepBack}>{t().stepBack}</Button>
        </Show>
      </div>
      <Show when={isSplitting()}>
        <SplitDialog session={props.session} onClose={() => setSplitting(false)} />
      </Show>
    </details>
  )
}
