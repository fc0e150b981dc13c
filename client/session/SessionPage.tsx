import { createEffect, createMemo, Show } from 'solid-js'
import type { SessionId } from '../../shared/ids.ts'
import { typeset } from '../../shared/words.ts'
import { sessionWords } from '../i18n/session.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { ForumHeader } from '../ui/ForumHeader.tsx'
import { hostNames } from '../ui/host-names.ts'
import { Icon } from '../ui/Icon.tsx'
import { SessionOffersInset } from '../ui/offer-insets.ts'
import { HostsPart } from './HostsPart.tsx'
import { InterestPart } from './InterestPart.tsx'
import { mayAct } from './may-act.ts'
import { OtherActs } from './OtherActs.tsx'
import { SeekingPart } from './SeekingPart.tsx'
import { SessionActs } from './SessionActs.tsx'
import { SessionFacts } from './SessionFacts.tsx'
import { SharePart } from './SharePart.tsx'
import { TogetherPart } from './TogetherPart.tsx'
import { WhenWhere } from './WhenWhere.tsx'
import './session.css'

/** From this many characters on a title is set smaller, so that a phone shows what comes after it too. */
const longTitle = 80

/** One session: who, when, where, what about, and what can be done with it. */
export const SessionPage = (props: { readonly sessionId: SessionId }) => {
  const t = sessionWords.use
  const common = useWords()
  const forum = useForum()
  const session = createMemo(() => forum.board().sessions.get(props.sessionId) ?? null)
  const hosts = () => hostNames(forum, common(), session()?.hosts ?? [])
  const isPending = createMemo(() =>
    forum.pending().some(({ command }) => 'sessionId' in command && command.sessionId === props.sessionId),
  )
  createEffect(() => {
    document.title = `${session()?.title ?? t().missing} – ${forum.board().frame.name}`
  })
  return (
    <>
      <ForumHeader page="session" />
      <main class="page stack" id="content">
        <Show
          when={session()}
          fallback={
            <div class="session-missing">
              <h1>{t().missing}</h1>
              <p>{t().missingHelp}</p>
            </div>
          }
        >
          {(shown) => (
            <article class="session" data-format={shown().format} classList={{ pending: isPending() }}>
              <header class="session-head">
                <p class="session-format">
                  {common().formats[shown().format]}
                  <Show when={shown().locked}>
                    <span class="session-mark">
                      <Icon name="lock" /> {common().card.locked}
                    </span>
                  </Show>
                  <Show when={isPending()}>
                    <span class="session-mark waiting">{common().card.pending}</span>
                  </Show>
                </p>
                <h1
                  classList={{ long: shown().title.length > longTitle }}
                  lang={shown().language || undefined}
                  dir="auto"
                >
                  {typeset(shown().title)}
                </h1>
                <p class="session-who" dir="auto">
                  {hosts()}
                </p>
              </header>
              <SeekingPart session={shown()} />
              <WhenWhere session={shown()} />
              <TogetherPart session={shown()} />
              <div class="session-hand">
                <InterestPart session={shown()} />
                <SharePart session={shown()} />
              </div>
              <SessionFacts session={shown()} />
              <Show when={mayAct(forum.board(), shown(), forum.you())}>
                <SessionActs session={shown()} />
                <SessionOffersInset sessionId={props.sessionId} />
                <HostsPart session={shown()} />
                <OtherActs session={shown()} />
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
