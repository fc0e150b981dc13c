import { createSignal, For, Show } from 'solid-js'
import { type Room, type RoomKind, roomKinds } from '../../shared/board.ts'
import type { EditRoom } from '../../shared/commands/venue.schema.ts'
import type { RoomId } from '../../shared/ids.ts'
import { limits } from '../../shared/limits.ts'
import { cleanWords } from '../../shared/words.ts'
import { deskWords } from '../i18n/desk.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { navigate } from '../ui/location.ts'
import { keepFocus } from './keep-focus.ts'
import { partAbout } from './parts.ts'
import { RoomOrder } from './RoomOrder.tsx'
import { SavedInput } from './SavedInput.tsx'
import { useDesk } from './use-desk.ts'

/** An empty field means that nobody counted; null where the text is no number. */
const readSeats = (text: string): { readonly seats: number | null } | null => {
  if (text.trim() === '') return { seats: null }
  return /^\d{1,5}$/.test(text.trim()) && Number(text) > 0 ? { seats: Number(text) } : null
}

/** One room, each field edited in place, its place among the others by its arrows. */
export const RoomRow = (props: { id: RoomId; room: Room }) => {
  const t = deskWords.use
  const forum = useForum()
  const desk = useDesk()
  const [isBad, setBad] = createSignal(false)
  const edit = (changes: Omit<EditRoom, 'type' | 'roomId'>) =>
    desk.run({ type: 'edit-room', roomId: props.id, ...changes }, t().saved(props.room.name))
  const label = (field: string) => `${field}, ${props.room.name}`
  const seeWhoMoves = () => navigate(`/${forum.slug}/desk${partAbout('drop-out', 'room', props.id)}`)
  const remove = () =>
    desk.run({ type: 'remove-room', roomId: props.id }, t().removed(props.room.name), {
      code: 'still-used',
      label: t().dropOut.see,
      act: seeWhoMoves,
    })
  return (
    <tr>
      <td>
        <RoomOrder id={props.id} name={props.room.name} />
      </td>
      <td data-label={t().rooms.name}>
        <SavedInput
          aria-label={label(t().rooms.name)}
          maxLength={limits.label}
          saved={props.room.name}
          onSave={(name) => edit({ name })}
        />
      </td>
      <td data-label={t().rooms.capacity} class="narrow">
        <SavedInput
          aria-label={label(t().rooms.capacity)}
          inputMode="numeric"
          aria-invalid={isBad() ? 'true' : undefined}
          title={isBad() ? t().notNumber : undefined}
          saved={props.room.capacity === null ? '' : String(props.room.capacity)}
          onSave={(text) => {
            const read = readSeats(text)
            setBad(read === null)
            return read === null ? Promise.resolve(false) : edit({ capacity: read.seats })
          }}
        />
      </td>
      <td data-label={t().rooms.kind}>
        <select
          aria-label={label(t().rooms.kind)}
          onChange={(event) => {
            const kind = roomKinds.find((known) => known === event.currentTarget.value)
            if (kind !== undefined) void edit({ kind })
          }}
        >
          <For each={roomKinds}>
            {(kind: RoomKind) => (
              <option value={kind} selected={props.room.kind === kind}>
                {t().kinds[kind]}
              </option>
            )}
          </For>
        </select>
      </td>
      <td data-label={t().rooms.building}>
        <SavedInput
          aria-label={label(t().rooms.building)}
          maxLength={limits.label}
          saved={props.room.building}
          onSave={(building) => edit({ building })}
        />
      </td>
      <td data-label={t().rooms.floor} class="narrow">
        <SavedInput
          aria-label={label(t().rooms.floor)}
          maxLength={20}
          saved={props.room.floor}
          onSave={(floor) => edit({ floor })}
        />
      </td>
      <td data-label={t().rooms.features}>
        <SavedInput
          aria-label={`${label(t().rooms.features)} (${t().rooms.featuresHelp})`}
          saved={props.room.features.join(', ')}
          onSave={(text) => edit({ features: [...cleanWords(text.split(/[,;]/))] })}
        />
      </td>
      <td class="desk-row-acts">
        <Show when={props.room.kind !== 'continuous'}>
          <a
            class="button quiet"
            href={partAbout('drop-out', 'room', props.id)}
            aria-label={t().rooms.closesThis(props.room.name)}
          >
            {t().rooms.closes}
          </a>
        </Show>
        <Button
          look="quiet"
          class="desk-remove"
          aria-label={t().removeThis(props.room.name)}
          onClick={(event) =>
            event.currentTarget instanceof HTMLElement && void keepFocus(event.currentTarget, '.desk-remove', remove)
          }
        >
          {t().remove}
        </Button>
      </td>
    </tr>
  )
}
