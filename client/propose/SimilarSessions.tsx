import { createMemo, For, Show } from 'solid-js'
import type { Session } from '../../shared/board.ts'
import type { SessionId } from '../../shared/ids.ts'
import { similarIndex } from '../../shared/similar.ts'
import { carrierOf, hostsOf } from '../../shared/together.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { momentText } from '../i18n/format.ts'
import { proposeWords } from '../i18n/propose.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { hostNames } from '../ui/host-names.ts'

interface SimilarSessionsProps {
  /** The title as far as it is typed. */
  readonly text: string
  readonly sessionId: SessionId
}

/** More would be a list to read instead of a hint to take. */
const shown = 3

/** What is near to what somebody is typing, each a way to its page: people meet before their sessions are merged. */
export const SimilarSessions = (props: SimilarSessionsProps) => {
  const t = proposeWords.use
  const common = useWords()
  const language = useLanguage()
  const forum = useForum()
  const sessions = createMemo(() => forum.board().sessions)
  const index = createMemo(() => similarIndex(sessions().values(), new Set([props.sessionId])))
  const near = createMemo(() => index().near(props.text, shown))
  const about = (session: Session) => {
    const { placements, rooms, frame } = forum.board()
    const hosts = hostsOf(forum.board(), session)
    const names = hosts.length === 0 ? common().card.seeking : hostNames(forum, common(), hosts)
    const placement = placements.get(carrierOf(forum.board(), session).id)
    const where =
      placement === undefined
        ? common().place.parked
        : `${momentText(placement.start, frame.timeZone, language())}, ${rooms.get(placement.roomId)?.name ?? ''}`
    return `${names} · ${where}`
  }
  return (
    <Show when={near().length > 0}>
      <section class="near" aria-label={t().near}>
        <p class="near-head">
          <b>{t().near}</b> <span class="soft">{t().nearHelp}</span>
        </p>
        <ul>
          <For each={near().map(({ session }) => session)}>
            {(session) => (
              <li>
                <a href={`/${forum.slug}/sessions/${session.id}`}>
                  <span class="near-title" lang={session.language || undefined} dir="auto">
                    {session.title}
                  </span>
                  <span class="soft" dir="auto">
                    {about(session)}
                  </span>
                </a>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
