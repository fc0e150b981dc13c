import { createEffect, createMemo, createResource, For, type JSX, Match, Show, Switch } from 'solid-js'
import type { RoomId } from '../../shared/ids.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { timeText } from '../i18n/format.ts'
import { roomWords } from '../i18n/room.ts'
import { useForum } from '../sync/forum-context.tsx'
import { ask } from '../sync/http.ts'
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx'
import { Message } from '../ui/Message.tsx'
import { type Held, type RoomView, roomView } from './room-view.ts'
import { TakeHour } from './TakeHour.tsx'
import './room.css'

/** One room, for a door: from the server's short answer at once, from the board as soon as it is here. */
export const RoomPage = (props: { readonly roomId: RoomId }) => {
  const t = roomWords.use
  const language = useLanguage()
  const forum = useForum()
  const [first] = createResource(() => {
    const url = `/api/forums/${encodeURIComponent(forum.slug)}/rooms/${encodeURIComponent(props.roomId)}/now`
    return ask<RoomView>(url, language())
  })
  const view = createMemo((): RoomView | null => {
    if (forum.load() === 'ready') return roomView(forum.board(), forum.people(), props.roomId, forum.now())
    const answer = first.latest
    return answer?.type === 'ok' ? answer.value : null
  })
  const isMissing = () => (forum.load() === 'ready' ? view() === null : first.latest?.type === 'missing')
  createEffect(() => {
    const found = view()
    if (found !== null) document.title = t().title(found.room.name, forum.board().frame.name)
  })
  return (
    <Switch fallback={<Message title={t().loading} />}>
      <Match when={view()}>{(found) => <Door view={found()} />}</Match>
      <Match when={isMissing()}>
        <Message title={t().missing}>
          <a href={`/${forum.slug}`}>{t().board}</a>
        </Message>
      </Match>
      <Match when={first.latest?.type === 'failed' && forum.load() !== 'loading'}>
        <Message title={t().failed} />
      </Match>
    </Switch>
  )
}

const Door = (props: { readonly view: RoomView }) => {
  const t = roomWords.use
  const language = useLanguage()
  const forum = useForum()
  const time = (at: number) => timeText(at, props.view.timeZone, language())
  const where = () => {
    const { building, floor, capacity } = props.view.room
    return [building, floor === '' ? '' : t().floor(floor), capacity === null ? '' : t().seats(capacity)]
      .filter(Boolean)
      .join(' · ')
  }
  const isLive = () => forum.load() === 'ready' && forum.connection().type === 'live'
  const freshAt = () => (forum.load() === 'ready' ? forum.freshAt() : props.view.serverTime)
  return (
    <main class="room" id="content">
      <header class="room-head">
        <div>
          <h1 dir="auto">{props.view.room.name}</h1>
          <p class="soft" dir="auto">
            {where()}
          </p>
        </div>
        <p class={`room-fresh ${isLive() ? 'live' : 'late'}`}>
          <strong>{time(isLive() ? forum.now() : props.view.serverTime)}</strong>{' '}
          <span>{isLive() ? t().live : t().updated(time(freshAt()))}</span>
        </p>
      </header>
      <Now view={props.view} time={time} />
      <Show when={props.view.next}>
        {(next) => (
          <Block label={t().next} class="room-next">
            <p class="room-hours">{t().from(time(next().placement.start), time(next().placement.end))}</p>
            <Titled held={next()} />
          </Block>
        )}
      </Show>
      <Show when={props.view.rest.length > 0}>
        <Block label={t().rest} class="room-rest">
          <ul>
            <For each={props.view.rest}>
              {(held) => (
                <li>
                  <span class="room-rest-hours">{t().from(time(held.placement.start), time(held.placement.end))}</span>
                  <span dir="auto" lang={held.session.language || undefined}>
                    {held.session.title}
                  </span>
                </li>
              )}
            </For>
          </ul>
        </Block>
      </Show>
      <Show when={forum.load() === 'ready' && props.view.room.kind !== 'continuous'}>
        <TakeHour roomId={props.view.room.id} />
      </Show>
      <footer class="room-foot">
        <a href={`/${forum.slug}`}>{t().board}</a>
        <LanguageSwitch />
      </footer>
    </main>
  )
}

const Block = (props: { readonly label: string; readonly class: string; readonly children: JSX.Element }) => (
  <section class={`room-block ${props.class}`}>
    <h2>{props.label}</h2>
    {props.children}
  </section>
)

const Titled = (props: { readonly held: Held }) => {
  const forum = useForum()
  return (
    <>
      <p class="room-title">
        <a
          href={`/${forum.slug}/sessions/${props.held.session.id}`}
          dir="auto"
          lang={props.held.session.language || undefined}
        >
          {props.held.session.title}
        </a>
      </p>
      <p class="room-hosts" dir="auto">
        {props.held.hosts.map(({ name }) => name).join(', ')}
      </p>
    </>
  )
}

/** The one thing that must be read from three metres. */
const Now = (props: { readonly view: RoomView; readonly time: (at: number) => string }) => {
  const t = roomWords.use
  const isFree = () => props.view.current === null
  const free = (): { readonly word: string; readonly until: string } => {
    const { room, freeUntil } = props.view
    if (room.kind === 'continuous') return { word: t().allDay, until: '' }
    if (freeUntil === null) return { word: t().nothingLeft, until: '' }
    return { word: t().free, until: t().freeUntil(props.time(freeUntil)) }
  }
  return (
    <section class={`room-block room-now ${isFree() ? 'free' : 'taken'}`} aria-live="polite">
      <h2>{t().now}</h2>
      <Show when={props.view.common}>
        {(slot) => <p class="room-common">{t().common(slot().label, props.time(slot().end))}</p>}
      </Show>
      <Show
        when={props.view.current}
        fallback={
          <p class="room-free">
            <strong>{free().word}</strong> <span class="room-free-until">{free().until}</span>
          </p>
        }
      >
        {(held) => (
          <>
            <Titled held={held()} />
            <p class="room-hours">{t().until(props.time(held().placement.end))}</p>
          </>
        )}
      </Show>
    </section>
  )
}
