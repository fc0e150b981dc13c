import { createEffect, createMemo, Show } from 'solid-js'
import type { SessionId } from '../../shared/ids.ts'
import { sessionWords } from '../i18n/session.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { maySteer } from '../sync/rights.ts'
import { ForumHeader } from '../ui/ForumHeader.tsx'
import { StarButton } from '../ui/StarButton.tsx'
import { SessionActs } from './SessionActs.tsx'
import { SessionFacts } from './SessionFacts.tsx'
import './session.css'

/** One session: who, when, where, what about, and what can be done with it. */
export const SessionPage = (props: { readonly sessionId: SessionId }) => {
  const t = sessionWords.use
  const common = useWords()
  const forum = useForum()
  const session = createMemo(() => forum.board().sessions.get(props.sessionId) ?? null)
  createEffect(() => {
    document.title = `${session()?.title ?? t().missing} – ${forum.board().frame.name}`
  })
  return (
    <>
      <ForumHeader page="session" />
      <main class="page stack" id="content">
        <Show when={session()} fallback={<h1>{t().missing}</h1>}>
          {(shown) => (
            <article class="stack session">
              <header class="session-head" data-format={shown().format}>
                <p class="soft">{common().formats[shown().format]}</p>
                <h1 lang={shown().language || undefined} dir="auto">
                  {shown().title}
                </h1>
                <StarButton sessionId={shown().id} title={shown().title} />
              </header>
              <SessionFacts session={shown()} />
              <Show when={maySteer(shown(), forum.you())}>
                <SessionActs session={shown()} />
              </Show>
              <Show when={shown().locked}>
                <p class="soft">{t().lockedHelp}</p>
              </Show>
            </article>
          )}
        </Show>
        <p>
          <a class="button quiet" href={`/${forum.slug}`}>
            {common().backToBoard}
          </a>
        </p>
      </main>
    </>
  )
}
