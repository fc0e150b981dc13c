import { Show } from 'solid-js'
import type { SessionId } from '../../shared/ids.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { holdWords } from '../i18n/hold.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { useReasons } from './reasons.ts'
import './card-reason.css'

/** For the team: why a session is where it is although a rule asked; folded, so that a card stays a card. */
export const CardReason = (props: { readonly sessionId: SessionId }) => {
  const language = useLanguage()
  const common = useWords()
  const forum = useForum()
  const reasons = useReasons()
  const t = () => holdWords[language()]
  return (
    <Show when={reasons().get(props.sessionId)}>
      {(kept) => (
        <details class="card-reason">
          <summary title={kept().reason}>{t().kept}</summary>
          <p class="soft" dir="auto">
            {t().keptOf(forum.people().get(kept().by)?.name ?? common().card.someone)}
          </p>
          <p dir="auto">{kept().reason}</p>
        </details>
      )}
    </Show>
  )
}
