import { createMemo, For, Show } from 'solid-js'
import type { Session } from '../../shared/board.ts'
import type { SessionId } from '../../shared/ids.ts'
import { hostsOf } from '../../shared/together.ts'
import { typeset } from '../../shared/words.ts'
import { offersWords } from '../i18n/offers.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { hostNames } from '../ui/host-names.ts'
import { useActs } from '../ui/use-acts.ts'

interface SessionChoiceProps {
  readonly label: string
  readonly sessions: readonly Session[]
  readonly chosen: SessionId | null
  readonly onChoose: (sessionId: SessionId) => void
}

/** A phone shows so many at once; the search finds the others. */
const shown = 8

/** One session of several, each with where it is and who hosts it. */
export const SessionChoice = (props: SessionChoiceProps) => {
  const t = offersWords.use
  const common = useWords()
  const forum = useForum()
  const acts = useActs()
  const ids = createMemo(() => props.sessions.slice(0, shown).map(({ id }) => id))
  const where = (id: SessionId) => {
    const placement = forum.board().placements.get(id)
    const slotId = placement?.slotIds[0]
    if (placement === undefined || slotId === undefined) return t().parked
    return acts.cellText({ roomId: placement.roomId, slotId })
  }
  return (
    <fieldset class="session-choice">
      <legend class="legend">{props.label}</legend>
      <Show when={ids().length > 0} fallback={<p class="soft">{t().form.none}</p>}>
        <For each={ids()}>
          {(id) => (
            <Show when={forum.board().sessions.get(id)}>
              {(session) => (
                <label class="session-choice-one">
                  <input type="radio" name="to" checked={props.chosen === id} onChange={() => props.onChoose(id)} />
                  <span>
                    <span class="session-choice-title" lang={session().language || undefined} dir="auto">
                      {typeset(session().title)}
                    </span>
                    <span class="soft" dir="auto">
                      {[where(id), hostNames(forum, common(), hostsOf(forum.board(), session()))]
                        .filter((part) => part !== '')
                        .join(' · ')}
                    </span>
                  </span>
                </label>
              )}
            </Show>
          )}
        </For>
        <Show when={props.sessions.length > shown}>
          <p class="soft">{t().form.more(props.sessions.length - shown)}</p>
        </Show>
      </Show>
    </fieldset>
  )
}
