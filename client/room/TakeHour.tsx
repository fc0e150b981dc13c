import { createMemo, For, Show } from 'solid-js'
import { isDoorOpen } from '../../shared/board.ts'
import { parkedSessions } from '../../shared/grid.ts'
import type { RoomId } from '../../shared/ids.ts'
import { localDate } from '../../shared/zone.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { intervalText, shortDayText } from '../i18n/format.ts'
import { roomWords } from '../i18n/room.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { useActs } from '../ui/use-acts.ts'
import { nextFreeSlot } from './next-free.ts'

/** Standing at a free room: pin one of one's own sessions in its next free cell, or propose one for it. */
export const TakeHour = (props: { readonly roomId: RoomId }) => {
  const t = roomWords.use
  const language = useLanguage()
  const forum = useForum()
  const acts = useActs()
  const slot = createMemo(() => nextFreeSlot(forum.board(), props.roomId, forum.now()))
  const when = () => {
    const found = slot()
    if (found === null) return ''
    const zone = forum.board().frame.timeZone
    const hours = intervalText(found, zone, language())
    return found.date === localDate(forum.now(), zone) ? hours : `${shortDayText(found.date, language())}, ${hours}`
  }
  const mine = createMemo(() => {
    const you = forum.you()
    return you === null ? [] : parkedSessions(forum.board()).filter((session) => session.hosts.includes(you.id))
  })
  const isMarketOpen = () => isDoorOpen(forum.board().doors.claim, forum.now()) || forum.you()?.role === 'facilitator'
  const proposeHere = (slotId: string) =>
    `/${forum.slug}?${new URLSearchParams({ propose: `${props.roomId} ${slotId}` })}`
  return (
    <section class="room-block room-take">
      <h2>{t().take}</h2>
      <Show when={slot()} fallback={<p>{t().noFree}</p>}>
        {(found) => (
          <>
            <p>{t().takeHelp(when())}</p>
            <Show when={!isMarketOpen()}>
              <p class="soft">{t().notOpen}</p>
            </Show>
            <div class="row">
              <Show when={isMarketOpen()}>
                <For each={mine()}>
                  {(session) => (
                    <Button
                      look="main"
                      onClick={() => void acts.claim(session.id, { roomId: props.roomId, slotId: found().id })}
                    >
                      {t().takeWith(session.title)}
                    </Button>
                  )}
                </For>
              </Show>
              <a class={`button ${mine().length > 0 ? 'plain' : 'main'}`} href={proposeHere(found().id)}>
                {t().takeNew}
              </a>
            </div>
          </>
        )}
      </Show>
    </section>
  )
}
