import { createEffect, Match, Show, Switch } from 'solid-js'
import type { RoomId } from '../../shared/ids.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { timeText } from '../i18n/format.ts'
import { roomWords } from '../i18n/room.ts'
import { useForum } from '../sync/forum-context.tsx'
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx'
import { Message } from '../ui/Message.tsx'
import { createRoomView, type Door } from './create-room-view.ts'
import { RestOfDay } from './RestOfDay.tsx'
import { RoomNow } from './RoomNow.tsx'
import { TakeHour } from './TakeHour.tsx'
import { Titled } from './Titled.tsx'
import './room.css'
import './room-day.css'

/** One room, for a door: readable from three metres, and without a network. */
export const RoomPage = (props: { readonly roomId: RoomId }) => {
  const t = roomWords.use
  const forum = useForum()
  const state = createRoomView(props.roomId)
  const door = () => {
    const shown = state()
    return shown.type === 'shown' ? shown.door : null
  }
  createEffect(() => {
    const found = door()
    if (found !== null) document.title = t().title(found.view.room.name, forum.board().frame.name)
  })
  return (
    <Switch fallback={<Message title={t().loading} />}>
      <Match when={door()}>{(found) => <DoorPage door={found()} />}</Match>
      <Match when={state().type === 'missing'}>
        <Message title={t().missing}>
          <a href={`/${forum.slug}`}>{t().board}</a>
        </Message>
      </Match>
      <Match when={state().type === 'failed'}>
        <Message title={t().failed} />
      </Match>
    </Switch>
  )
}

const DoorPage = (props: { readonly door: Door }) => {
  const t = roomWords.use
  const language = useLanguage()
  const forum = useForum()
  const view = () => props.door.view
  const time = (at: number) => timeText(at, view().timeZone, language())
  const fresh = () => {
    const { isLive, isOffline, freshAt } = props.door
    if (isLive) return t().live
    return (isOffline ? t().offline : t().updated)(time(freshAt))
  }
  const where = () => {
    const { building, floor, capacity } = view().room
    return [building, floor === '' ? '' : t().floor(floor), capacity === null ? '' : t().seats(capacity)]
      .filter(Boolean)
      .join(' · ')
  }
  return (
    <main class="room" id="content">
      <header class="room-head">
        <div>
          <h1 dir="auto">{view().room.name}</h1>
          <p class="soft" dir="auto">
            {where()}
          </p>
        </div>
        <p class={`room-fresh ${props.door.isLive ? 'live' : 'late'}`}>
          <strong>{time(view().serverTime)}</strong> <span>{fresh()}</span>
        </p>
      </header>
      <RoomNow view={view()} time={time} />
      <div class="room-side">
        <Show when={view().next}>
          {(next) => (
            <section class="room-block room-next">
              <h2>{t().next}</h2>
              <p class="room-hours">{t().from(time(next().placement.start), time(next().placement.end))}</p>
              <Titled held={next()} />
            </section>
          )}
        </Show>
        <Show when={forum.load() === 'ready' && view().room.kind !== 'continuous'}>
          <TakeHour roomId={view().room.id} />
        </Show>
        <RestOfDay view={view()} time={time} />
      </div>
      <footer class="room-foot">
        <a href={`/${forum.slug}`}>{t().board}</a>
        <LanguageSwitch />
      </footer>
    </main>
  )
}
