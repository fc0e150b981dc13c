import { For, Show } from 'solid-js'
import type { Absence } from '../../shared/protocol.ts'
import type { LocalDate } from '../../shared/time.ts'
import { absencesWords } from '../i18n/absences.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { dayText } from '../i18n/format.ts'
import { Field } from '../ui/Field.tsx'
import { type DayDraft, readDraft } from './day-draft.ts'

interface AbsenceDayProps {
  readonly date: LocalDate
  readonly draft: DayDraft
  /** Times in the middle of the day, which are not said here. */
  readonly others: readonly Absence[]
  /** Whether it was tried to save: from then on what can't be read says so. */
  readonly isTried: boolean
  readonly onChange: (changes: Partial<DayDraft>) => void
}

/** One day: not at all, not before, not after. */
export const AbsenceDay = (props: AbsenceDayProps) => {
  const t = absencesWords.use
  const language = useLanguage()
  const fault = () => {
    const read = readDraft(props.draft, props.date)
    return props.isTried && read.type === 'unclear' ? read.field : null
  }
  const problem = (field: 'before' | 'after') => {
    if (fault() === field) return t().unclear
    return fault() === 'order' && field === 'after' ? t().order : undefined
  }
  return (
    <fieldset class="absence-day">
      <legend>{dayText(props.date, language())}</legend>
      <label class="absence-all">
        <input
          type="checkbox"
          checked={props.draft.allDay}
          onChange={(event) => props.onChange({ allDay: event.currentTarget.checked })}
        />
        <span>{t().allDay}</span>
      </label>
      <Show when={!props.draft.allDay}>
        <div class="absence-hours">
          <For each={['before', 'after'] as const}>
            {(field) => (
              <Field label={t()[field]} problem={problem(field)}>
                {(control) => (
                  <input
                    ref={control}
                    type="text"
                    inputMode="text"
                    maxLength={12}
                    autocomplete="off"
                    value={props.draft[field]}
                    onInput={(event) => props.onChange({ [field]: event.currentTarget.value })}
                  />
                )}
              </Field>
            )}
          </For>
        </div>
      </Show>
      <For each={props.others}>{({ from, until }) => <p class="soft">{t().also(from ?? '', until ?? '')}</p>}</For>
    </fieldset>
  )
}
