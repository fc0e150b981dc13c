import { createMemo, For, Show } from 'solid-js'
import { parkedSessions } from '../../shared/grid.ts'
import type { RoomId } from '../../shared/ids.ts'
import { hostsOf } from '../../shared/together.ts'
import { typeset } from '../../shared/words.ts'
import { localDate } from '../../shared/zone.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { intervalText, shortDayText } from '../i18n/format.ts'
import { roomWords } from '../i18n/room.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { useActs } from '../ui/use-acts.ts'
import { useDoorSentence } from '../ui/use-door-sentence.ts'
import { nextFreeSlot } from './next-free.ts'
import { proposeHere } from './propose-here.ts'

/** Standing at a free room: pin one of one's own sessions in its next free cell, or propose one for it. */
export const TakeHour = (props: { readonly roomId: RoomId }) => {
  const t = roomWords.use
  const common = useWords()
  const language = useLanguage()
  const forum = useForum()
  const acts = useActs()
  const doorSentence = useDoorSentence()
  const slotId = createMemo(() => nextFreeSlot(forum.board(), props.roomId, forum.now())?.id ?? null)
  const when = () => {
    const found = forum.board().slots.get(slotId() ?? '')
    if (found === undefined) return ''
    const zone = forum.board().frame.timeZone
    const hours = intervalText(found, zone, language())
    return found.date === localDate(forum.now(), zone) ? hours : `${shortDayText(found.date, language())}, ${hours}`
  }
  const mine = createMemo(() => {
    const you = forum.you()
    return you === null
      ? []
      : parkedSessions(forum.board()).filter((session) => hostsOf(forum.board(), session).includes(you.id))
  })
  const isTeam = () => forum.you()?.role === 'facilitator'
  const closed = () => (isTeam() ? '' : doorSentence('claim'))
  return (
    <section class="room-block room-take">
      <h2>{t().take}</h2>
      <Show
        when={slotId()}
        fallback={
          <>
            <p>{t().noFree}</p>
            <div class="room-take-acts">
              <a class="button plain" href={`/${forum.slug}`}>
                {t().board}
              </a>
            </div>
          </>
        }
      >
        {(id) => (
          <>
            <p class="room-hours">{when()}</p>
            <Show when={closed()}>{(sentence) => <p class="soft">{sentence()}</p>}</Show>
            <Show when={closed() === ''}>
              <div class="room-take-acts">
                <For each={mine()}>
                  {(session) => (
                    <Button
                      look="main"
                      onClick={() => void acts.claim(session.id, { roomId: props.roomId, slotId: id() })}
                    >
                      <span dir="auto">{t().takeWith(typeset(session.title))}</span>
                    </Button>
                  )}
                </For>
                <a
                  class={`button ${mine().length > 0 ? 'plain' : 'main'}`}
                  href={proposeHere(forum.slug, props.roomId, id())}
                >
                  {t().takeNew}
                </a>
              </div>
              <Show when={forum.you()}>
                {(you) => (
                  <p class="soft" dir="auto">
                    {common().join.asYou(you().name)}
                  </p>
                )}
              </Show>
            </Show>
          </>
        )}
      </Show>
    </section>
  )
}
