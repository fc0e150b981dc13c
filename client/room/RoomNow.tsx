import { Show } from 'solid-js'
import { roomWords } from '../i18n/room.ts'
import { type RoomView, shutNow } from './room-view.ts'
import { Titled } from './Titled.tsx'

interface RoomNowProps {
  readonly view: RoomView
  readonly time: (at: number) => string
}

/** The one thing that must be read from three metres. */
export const RoomNow = (props: RoomNowProps) => {
  const t = roomWords.use
  const free = (): { readonly word: string; readonly until: string } => {
    const { room, freeUntil, day } = props.view
    if (room.kind === 'continuous') return { word: t().allDay, until: '' }
    const shut = shutNow(props.view)
    if (shut !== null) return { word: t()[shut.why], until: t().until(props.time(shut.end)) }
    if (freeUntil !== null) return { word: t().free, until: t().freeUntil(props.time(freeUntil)) }
    return { word: day?.length === 0 ? t().nothingToday : t().nothingLeft, until: '' }
  }
  const isTaken = () => props.view.current !== null || shutNow(props.view) !== null
  return (
    <section class={`room-block room-now ${isTaken() ? 'taken' : 'free'}`} aria-live="polite">
      <h2>{t().now}</h2>
      <Show when={props.view.common}>
        {(slot) => (
          <p class="room-common" dir="auto">
            {t().common(slot().label, props.time(slot().end))}
          </p>
        )}
      </Show>
      <Show
        when={props.view.current}
        fallback={
          <p class="room-free" classList={{ shut: isTaken() }}>
            <strong>{free().word}</strong> <span class="room-until">{free().until}</span>
          </p>
        }
      >
        {(held) => (
          <>
            <Titled held={held()} />
            <p class="room-until">{t().until(props.time(held().placement.end))}</p>
          </>
        )}
      </Show>
    </section>
  )
}
