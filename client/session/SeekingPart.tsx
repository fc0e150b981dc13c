import { Show } from 'solid-js'
import type { Session } from '../../shared/board.ts'
import { sessionWords } from '../i18n/session.ts'
import { Button } from '../ui/Button.tsx'
import { useActs } from '../ui/use-acts.ts'

/** A session without a host asks for one; whoever likes it takes it over. */
export const SeekingPart = (props: { readonly session: Session }) => {
  const t = sessionWords.use
  const acts = useActs()
  const takeOver = () => {
    const { id, title } = props.session
    void acts.act(id, { type: 'take-over', sessionId: id }, t().tookOver(title))
  }
  return (
    <Show when={props.session.hosts.length === 0}>
      <div class="session-seeking">
        <p>{t().seeking}</p>
        <Button look="main" onClick={takeOver}>
          {t().takeOver}
        </Button>
      </div>
    </Show>
  )
}
