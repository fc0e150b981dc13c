import { createMemo, For, Show } from 'solid-js'
import { deskWords } from '../i18n/desk.ts'
import { useForum } from '../sync/forum-context.tsx'
import { AddRooms } from './AddRooms.tsx'
import { RoomRow } from './RoomRow.tsx'

/** The rooms, each line edited in place; new ones pasted as in the set-up. */
export const RoomsPart = () => {
  const t = deskWords.use
  const forum = useForum()
  const ids = createMemo(() => [...forum.board().rooms.keys()])
  return (
    <>
      <Show when={ids().length > 0} fallback={<p class="soft">{t().rooms.none}</p>}>
        <div class="desk-scroll">
          <table class="desk-table">
            <thead>
              <tr>
                <th scope="col">{t().rooms.order}</th>
                <th scope="col">{t().rooms.name}</th>
                <th scope="col">{t().rooms.capacity}</th>
                <th scope="col">{t().rooms.kind}</th>
                <th scope="col">{t().rooms.building}</th>
                <th scope="col">{t().rooms.floor}</th>
                <th scope="col">{t().rooms.features}</th>
                <th scope="col">
                  <span class="unseen">{t().remove}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={ids()}>
                {(id) => <Show when={forum.board().rooms.get(id)}>{(room) => <RoomRow id={id} room={room()} />}</Show>}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
      <AddRooms taken={[...forum.board().rooms.values()]} />
    </>
  )
}
