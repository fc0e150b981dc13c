import { createMemo, createSignal, For, Show } from 'solid-js'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { LocalDate } from '../../shared/time.ts'
import { addDays, localDate } from '../../shared/zone.ts'
import { deskWords } from '../i18n/desk.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { freshId } from './fresh-id.ts'
import { readSlotLine } from './read-slot-line.ts'
import { useDesk } from './use-desk.ts'

interface AddSlotsProps {
  /** The day that is shown; another one may be typed, which is how a day is added. */
  readonly date: LocalDate | null
  readonly onAdded: (date: LocalDate) => void
}

/** Adds slots or common moments to a day, by a rule or by their hours. */
export const AddSlots = (props: AddSlotsProps) => {
  const t = deskWords.use
  const forum = useForum()
  const desk = useDesk()
  const [text, setText] = createSignal('')
  const [typedDate, setTypedDate] = createSignal<LocalDate | null>(null)
  const date = () => typedDate() ?? props.date ?? addDays(localDate(forum.now(), forum.board().frame.timeZone), 1)
  const slots = createMemo(() => readSlotLine(text()))
  const add = async () => {
    const ids = new Set(forum.board().slots.keys())
    const commands = slots().map((slot): Command => {
      const slotId = freshId(`${date()}-${slot.start.replace(':', '')}`, 'slot', (id) => ids.has(id))
      ids.add(slotId)
      return { type: 'add-slot', slotId, date: date(), ...slot }
    })
    const added = date()
    if (commands.length === 0 || !(await desk.runAll(commands, t().slots.added(commands.length)))) return
    setText('')
    setTypedDate(null)
    props.onAdded(added)
  }
  return (
    <form
      class="desk-box"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <h2>{t().slots.addTitle}</h2>
      <div class="desk-pair">
        <Field label={t().slots.date}>
          {(control) => (
            <input
              ref={control}
              type="date"
              required
              value={date()}
              onChange={(event) => setTypedDate(event.currentTarget.value || null)}
            />
          )}
        </Field>
        <Field
          label={t().slots.addField}
          help={t().slots.addHelp}
          problem={text().trim() !== '' && slots().length === 0 ? t().slots.unclear : undefined}
        >
          {(control) => (
            <input
              ref={control}
              type="text"
              spellcheck={false}
              value={text()}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <Show when={slots().length > 0}>
        <ul class="row" aria-live="polite">
          <For each={slots()}>
            {(slot) => (
              <li class="desk-chip">
                {slot.start} – {slot.end} {slot.label}
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Button look="main" type="submit" disabled={slots().length === 0}>
        {t().add}
      </Button>
    </form>
  )
}
