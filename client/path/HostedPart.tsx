import { For, Show } from 'solid-js'
import type { SessionId } from '../../shared/ids.ts'
import type { PathItem } from '../../shared/path.ts'
import { insideOf } from '../../shared/together.ts'
import { typeset } from '../../shared/words.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { intervalText, shortDayText } from '../i18n/format.ts'
import { pathWords } from '../i18n/path.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { hostNames } from '../ui/host-names.ts'

/** What one hosts, set apart at the top: where to be, and what still waits for a cell. */
export const HostedPart = (props: { readonly items: readonly PathItem[] }) => {
  const t = pathWords.use
  const common = useWords()
  const language = useLanguage()
  const forum = useForum()
  const where = (id: SessionId) => {
    const { placements, rooms, slots, frame } = forum.board()
    const placement = placements.get(id)
    if (placement === undefined) return common().place.parked
    const date = slots.get(placement.slotIds[0] ?? '')?.date
    const hours = intervalText(placement, frame.timeZone, language())
    const when = date === undefined ? hours : `${shortDayText(date, language())} ${hours}`
    return `${when} · ${rooms.get(placement.roomId)?.name ?? ''}`
  }
  return (
    <Show when={props.items.length > 0}>
      <section class="hosted" aria-label={t().hosted}>
        <h2>{t().hosted}</h2>
        <ul>
          <For each={props.items.map(({ session }) => session.id)}>
            {(id) => (
              <Show when={forum.board().sessions.get(id)}>
                {(session) => (
                  <li>
                    <a
                      class="hosted-title"
                      href={`/${forum.slug}/sessions/${id}`}
                      lang={session().language || undefined}
                      dir="auto"
                    >
                      {typeset(session().title)}
                    </a>
                    <span class="hosted-where">{where(id)}</span>
                    <For each={insideOf(forum.board(), id)}>
                      {(inside) => (
                        <span class="hosted-with" dir="auto">
                          {common().card.with(typeset(inside.title), hostNames(forum, common(), inside.hosts))}
                        </span>
                      )}
                    </For>
                    <Show when={!forum.board().placements.has(id)}>
                      <a class="button plain" href={`/${forum.slug}?hold=${id}`}>
                        {t().place}
                        <span class="unseen"> : {session().title}</span>
                      </a>
                    </Show>
                  </li>
                )}
              </Show>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
