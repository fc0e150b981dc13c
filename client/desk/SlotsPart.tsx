import { createMemo, createSignal, For, Show } from 'solid-js'
import type { Slot } from '../../shared/board.ts'
import type { EditSlot } from '../../shared/commands/venue.schema.ts'
import type { SlotId } from '../../shared/ids.ts'
import { limits } from '../../shared/limits.ts'
import { parseTime } from '../../shared/paste.ts'
import { datesOf, slotsOf } from '../../shared/slots.ts'
import { localTime } from '../../shared/zone.ts'
import { deskWords } from '../i18n/desk.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { DayTabs } from '../ui/DayTabs.tsx'
import { Field } from '../ui/Field.tsx'
import { navigate } from '../ui/location.ts'
import { notify } from '../ui/notices.ts'
import { AddSlots } from './AddSlots.tsx'
import { createDay } from './create-day.ts'
import { keepFocus } from './keep-focus.ts'
import { partAbout } from './parts.ts'
import { SavedInput } from './SavedInput.tsx'
import { useDesk } from './use-desk.ts'

/** The slots of each day, edited in place; new ones by a rule or by their hours. */
export const SlotsPart = () => {
  const t = deskWords.use
  const forum = useForum()
  const desk = useDesk()
  const [date, setDate] = createDay(forum)
  const ids = createMemo(() => slotsOf(forum.board(), date() ?? '').map((slot) => slot.id))
  return (
    <>
      <DayTabs dates={datesOf(forum.board())} labels={forum.board().days} selected={date()} onSelect={setDate} />
      <Show when={date()}>
        {(day) => (
          <Field label={t().slots.dayName}>
            {(control) => (
              <SavedInput
                ref={control}
                maxLength={limits.label}
                saved={forum.board().days.get(day()) ?? ''}
                onSave={(label) =>
                  desk.run({ type: 'label-day', date: day(), label }, t().saved(label || t().slots.dayName))
                }
              />
            )}
          </Field>
        )}
      </Show>
      <Show when={ids().length > 0} fallback={<p class="soft">{t().slots.none}</p>}>
        <div class="desk-scroll">
          <table class="desk-table">
            <thead>
              <tr>
                <th scope="col">{t().slots.start}</th>
                <th scope="col">{t().slots.end}</th>
                <th scope="col">{t().slots.kind}</th>
                <th scope="col">{t().slots.label}</th>
                <th scope="col">
                  <span class="unseen">{t().remove}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={ids()}>
                {(id) => <Show when={forum.board().slots.get(id)}>{(slot) => <SlotRow id={id} slot={slot()} />}</Show>}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
      <AddSlots date={date()} onAdded={setDate} />
    </>
  )
}

const kinds = ['open', 'common'] as const

const SlotRow = (props: { id: SlotId; slot: Slot }) => {
  const t = deskWords.use
  const forum = useForum()
  const desk = useDesk()
  const [bad, setBad] = createSignal<'start' | 'end' | null>(null)
  const zone = () => forum.board().frame.timeZone
  const time = (edge: 'start' | 'end') => localTime(props.slot[edge], zone())
  const hours = () => `${time('start')} – ${time('end')}`
  const name = () => t().slots.slot(hours())
  const edit = (changes: Omit<EditSlot, 'type' | 'slotId'>) =>
    desk.run({ type: 'edit-slot', slotId: props.id, ...changes }, t().saved(name()))
  const saveTime = async (edge: 'start' | 'end', text: string) => {
    const read = parseTime(text)
    setBad(read === null ? edge : null)
    if (read === null) {
      notify({ key: 'desk', tone: 'bad', text: t().slots.badTime })
      return false
    }
    // "9h30" over "09:30" changes nothing on the board, and is to be written the board's way again.
    return read === time(edge) || edit({ [edge]: read })
  }
  const seeWhoMoves = () => navigate(`/${forum.slug}/desk${partAbout('drop-out', 'slot', props.id)}`)
  const remove = () =>
    desk.run({ type: 'remove-slot', slotId: props.id }, t().removed(name()), {
      code: 'still-used',
      label: t().dropOut.see,
      act: seeWhoMoves,
    })
  return (
    <tr>
      <For each={['start', 'end'] as const}>
        {(edge) => (
          <td class="narrow" data-label={t().slots[edge]}>
            <SavedInput
              aria-label={`${t().slots[edge]}, ${name()}`}
              aria-invalid={bad() === edge ? 'true' : undefined}
              saved={time(edge)}
              onSave={(text) => saveTime(edge, text)}
            />
          </td>
        )}
      </For>
      <td data-label={t().slots.kind}>
        <select
          aria-label={`${t().slots.kind}, ${name()}`}
          onChange={(event) => {
            const kind = kinds.find((known) => known === event.currentTarget.value)
            if (kind !== undefined) void edit({ kind })
          }}
        >
          <For each={kinds}>
            {(kind) => (
              <option value={kind} selected={props.slot.kind === kind}>
                {t().slots.kinds[kind]}
              </option>
            )}
          </For>
        </select>
      </td>
      <td data-label={t().slots.label}>
        <SavedInput
          aria-label={`${t().slots.label}, ${name()}`}
          maxLength={limits.label}
          saved={props.slot.label}
          onSave={(label) => edit({ label })}
        />
      </td>
      <td class="desk-row-acts">
        <Show when={props.slot.kind === 'open'}>
          <a
            class="button quiet"
            href={partAbout('drop-out', 'slot', props.id)}
            aria-label={t().slots.closesThis(hours())}
          >
            {t().slots.closes}
          </a>
        </Show>
        <Button
          look="quiet"
          class="desk-remove"
          aria-label={t().removeThis(name())}
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
