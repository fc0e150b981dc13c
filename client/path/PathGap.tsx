import { For, Show } from 'solid-js'
import type { SessionId } from '../../shared/ids.ts'
import { interestOf } from '../../shared/interest.ts'
import type { Suggestion } from '../../shared/path-days.ts'
import type { LocalDate } from '../../shared/time.ts'
import { typeset } from '../../shared/words.ts'
import { pathWords } from '../i18n/path.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useActs } from '../ui/use-acts.ts'

interface PathGapProps {
  readonly date: LocalDate
  /** Most interest first. */
  readonly suggestions: readonly Suggestion[]
}

/** A gap stays quiet: three things at most, and the board has the others. */
const shown = 3

/** A stretch without plans, and what is held in it that clashes with nothing. */
export const PathGap = (props: PathGapProps) => {
  const t = pathWords.use
  const common = useWords()
  const forum = useForum()
  const acts = useActs()
  const ids = () => props.suggestions.slice(0, shown).map(({ session }) => session.id)
  const about = (id: SessionId) => {
    const room = forum.board().rooms.get(forum.board().placements.get(id)?.roomId ?? '')?.name ?? ''
    const interest = interestOf(forum.counts().get(id) ?? 0, forum.counts().values())
    return interest === 'none' ? room : `${room} · ${common().card.interest[interest]}`
  }
  return (
    <div class="path-gap">
      <p class="soft">
        {t().gap} {props.suggestions.length === 0 ? t().noSuggestions : t().suggestions}
      </p>
      <Show when={props.suggestions.length > 0}>
        <ul>
          <For each={ids()}>
            {(id) => (
              <Show when={forum.board().sessions.get(id)}>
                {(session) => (
                  <li>
                    <a href={`/${forum.slug}/sessions/${id}`}>
                      <span class="path-gap-title" lang={session().language || undefined} dir="auto">
                        {typeset(session().title)}
                      </span>
                      <span class="soft">{about(id)}</span>
                    </a>
                    <Button look="quiet" class="path-star" onClick={() => void acts.star(id, true)}>
                      <Icon name="star" />
                      <span class="unseen">{common().card.starThis(session().title)}</span>
                    </Button>
                  </li>
                )}
              </Show>
            )}
          </For>
        </ul>
        <Show when={props.suggestions.length > shown}>
          <p>
            <a class="path-gap-more" href={`/${forum.slug}?day=${props.date}`}>
              {t().more(props.suggestions.length - shown)}
            </a>
          </p>
        </Show>
      </Show>
    </div>
  )
}
