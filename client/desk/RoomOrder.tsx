import { For } from 'solid-js'
import type { RoomId } from '../../shared/ids.ts'
import { deskWords } from '../i18n/desk.ts'
import { useForum } from '../sync/forum-context.tsx'
import { whisperNews } from '../ui/notices.ts'
import { movedBy, type Way, ways } from './moved-by.ts'
import { useDesk } from './use-desk.ts'

/** A room's place among the others: up and down by the two buttons, or by the arrow keys on either. */
export const RoomOrder = (props: { id: RoomId; name: string }) => {
  const t = deskWords.use
  const forum = useForum()
  const desk = useDesk()
  const ids = () => [...forum.board().rooms.keys()]
  const move = (way: Way, button: HTMLElement) => {
    const roomIds = movedBy(ids(), props.id, way)
    if (roomIds === null) return
    void desk.run({ type: 'order-rooms', roomIds: [...roomIds] }, '')
    whisperNews(t().rooms.movedTo(props.name, roomIds.indexOf(props.id) + 1, roomIds.length))
    // A row that is put elsewhere in the page loses the focus on its way.
    button.focus()
  }
  return (
    <fieldset class="desk-order">
      <legend class="unseen">{t().rooms.orderOf(props.name)}</legend>
      <For each={ways}>
        {(way) => (
          <button
            type="button"
            class="button plain"
            aria-label={t().rooms[way](props.name)}
            aria-disabled={movedBy(ids(), props.id, way) === null}
            onClick={(event) => move(way, event.currentTarget)}
            onKeyDown={(event) => {
              const wanted = { ArrowUp: 'up', ArrowDown: 'down' }[event.key]
              if (wanted !== 'up' && wanted !== 'down') return
              event.preventDefault()
              move(wanted, event.currentTarget)
            }}
          >
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
              <path d={way === 'up' ? 'M12 20V5M5 12l7-7 7 7' : 'M12 4v15M5 12l7 7 7-7'} />
            </svg>
          </button>
        )}
      </For>
    </fieldset>
  )
}
