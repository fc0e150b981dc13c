import { Show } from 'solid-js'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { askName } from './ask-name.ts'
import { ConnectionBadge } from './ConnectionBadge.tsx'
import { HeaderInset } from './header-inset.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import './forum-header.css'

interface ForumHeaderProps {
  /** Which of the forum's pages this is. */
  readonly page: 'board' | 'path' | 'session' | 'desk'
}

/** What every page of a forum begins with: its name, freshness, the other pages, and who you are. */
export const ForumHeader = (props: ForumHeaderProps) => {
  const t = useWords()
  const forum = useForum()
  const frame = () => forum.board().frame
  const current = (page: ForumHeaderProps['page']) => (props.page === page ? 'page' : undefined)
  return (
    <header class="forum-header">
      <div class="forum-name">
        <p>
          <a href={`/${forum.slug}`} dir="auto">
            {frame().name}
          </a>
        </p>
        <Show when={frame().theme}>
          <p class="forum-theme" dir="auto">
            {frame().theme}
          </p>
        </Show>
      </div>
      <div class="forum-state">
        <ConnectionBadge />
        <LanguageSwitch />
      </div>
      <nav class="forum-nav" aria-label={t().nav.label}>
        <a href={`/${forum.slug}`} aria-current={current('board')}>
          {t().nav.board}
        </a>
        <a href={`/${forum.slug}/me`} aria-current={current('path')}>
          {t().nav.path}
        </a>
        <Show when={forum.you()?.role === 'facilitator'}>
          <a href={`/${forum.slug}/desk`} aria-current={current('desk')}>
            {t().nav.desk}
          </a>
        </Show>
        <HeaderInset />
        <Show when={forum.isKnown()}>
          <button type="button" class="forum-you" onClick={() => void askName()}>
            <Show when={forum.you()} fallback={t().join.open}>
              {(you) => (
                <>
                  <span class="unseen">{t().join.asYou('')}</span>
                  <span dir="auto">{you().name}</span>
                </>
              )}
            </Show>
          </button>
        </Show>
      </nav>
    </header>
  )
}
