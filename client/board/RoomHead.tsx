import { Show } from 'solid-js'
import type { Room } from '../../shared/board.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'

/** A room's name, which leads to its own page, and how many it holds. */
export const RoomHead = (props: { readonly room: Room }) => {
  const t = useWords()
  const forum = useForum()
  const where = () => [props.room.building, t().board.floor(props.room.floor)].filter((part) => part !== '').join(', ')
  return (
    <>
      <a
        class="grid-name"
        href={`/${forum.slug}/room/${encodeURIComponent(props.room.id)}`}
        title={props.room.name}
        dir="auto"
      >
        {props.room.name}
      </a>
      <small>
        <Show when={props.room.capacity}>{(seats) => <span>{t().board.seats(seats())}</span>}</Show>
        <Show when={where() !== ''}>
          <span dir="auto"> · {where()}</span>
        </Show>
      </small>
    </>
  )
}
