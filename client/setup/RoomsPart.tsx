import { For, Show } from 'solid-js'
import { parseRooms } from '../../shared/paste.ts'
import { setupWords } from '../i18n/setup.ts'
import { Field } from '../ui/Field.tsx'
import type { FormReading } from './plan-of.ts'
import type { SetupForm } from './setup-form.ts'

interface RoomsPartProps {
  readonly form: SetupForm
  readonly reading: FormReading
  readonly onChange: (changes: Partial<SetupForm>) => void
}

/** Words such as "extérieur" say what kind of room it is, which stands there already. */
const saysNoKind = (feature: string): boolean => parseRooms(`x, ${feature}`).rooms[0]?.kind === 'room'

/** Rooms pasted one per line, and what was understood, as one reads it on the board. */
export const RoomsPart = (props: RoomsPartProps) => {
  const t = setupWords.use
  const rooms = () => props.reading.plan.rooms
  return (
    <section class="setup-part">
      <h2>{t().rooms}</h2>
      <Field label={t().roomsField} help={t().roomsHelp}>
        {(control) => (
          <textarea
            ref={control}
            rows={6}
            spellcheck={false}
            placeholder={t().roomsExample}
            value={props.form.rooms}
            onInput={(event) => props.onChange({ rooms: event.currentTarget.value })}
          />
        )}
      </Field>
      <div aria-live="polite">
        <Show when={rooms().length > 0}>
          <p class="setup-read">{t().roomsRead(rooms().length)}</p>
        </Show>
        <For each={props.reading.roomProblems}>
          {(problem) => <p class="setup-problem">{t().roomProblem(problem.line, problem.taken)}</p>}
        </For>
      </div>
      <ul class="setup-rooms">
        <For each={rooms()}>
          {(room) => (
            <li>
              <strong dir="auto">{room.name}</strong>
              <Show when={room.capacity}>{(seats) => <span>{t().seats(seats())}</span>}</Show>
              <Show when={room.kind !== 'room'}>
                <span>{t().kinds[room.kind]}</span>
              </Show>
              <span class="soft" dir="auto">
                {room.features.filter(saysNoKind).join(', ')}
              </span>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
