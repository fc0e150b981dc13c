import { Match, Show, Switch } from 'solid-js'
import { useLanguage } from '../i18n/define-words.ts'
import { timeText } from '../i18n/format.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from './Button.tsx'
import './connection-badge.css'

/** Whether what is shown is fresh; calm while all is well. */
export const ConnectionBadge = () => {
  const t = useWords()
  const language = useLanguage()
  const forum = useForum()
  const freshAt = () => t().connection.freshAt(timeText(forum.freshAt(), forum.board().frame.timeZone, language()))
  return (
    <span class={`connection ${forum.connection().type}`}>
      <span class="connection-dot" aria-hidden="true" />
      <Switch>
        <Match when={forum.connection().type === 'live'}>
          <span class="unseen">{t().connection.live}</span>
          <Show when={forum.here() > 1}>
            <span class="connection-here">{t().connection.here(forum.here())}</span>
          </Show>
        </Match>
        <Match when={forum.connection().type === 'connecting'}>
          <span class="connection-late">
            {t().connection.connecting}
            <span class="connection-fresh"> · {freshAt()}</span>
          </span>
        </Match>
        <Match when={forum.connection().type === 'waiting'}>
          <span>
            {forum.isPortal() ? t().connection.portal : t().connection.offline}
            <span class="connection-fresh"> · {freshAt()}</span>
          </span>
        </Match>
        <Match when={forum.connection().type === 'stopped'}>
          <span>{t().connection.stopped}</span>
          <Button look="quiet" onClick={() => window.location.reload()}>
            {t().connection.reload}
          </Button>
        </Match>
      </Switch>
    </span>
  )
}
