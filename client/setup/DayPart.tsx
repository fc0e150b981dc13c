import { For, Show } from 'solid-js'
import { limits } from '../../shared/limits.ts'
import { setupWords } from '../i18n/setup.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { type DayProblem, readDay } from '../ui/read-day.ts'
import type { DayForm } from './setup-form.ts'

interface DayPartProps {
  readonly day: DayForm
  readonly number: number
  readonly problems: readonly DayProblem[]
  readonly isOnly: boolean
  readonly onChange: (changes: Partial<DayForm>) => void
  readonly onDuplicate: () => void
  readonly onRemove: () => void
}

/** One day as it is typed, with what was understood of it. */
export const DayPart = (props: DayPartProps) => {
  const t = setupWords.use
  const read = () => readDay(props.day).slots
  const count = (kind: 'open' | 'common') => read().filter((slot) => slot.kind === kind).length
  const sentence = (problem: DayProblem): string => {
    if (problem.field === 'moments') return t().unclearMoment(problem.line, problem.text)
    return problem.why === 'late'
      ? t().lateSlot(problem.line, problem.text)
      : t().unclearSlot(problem.line, problem.text)
  }
  return (
    <fieldset class="setup-day">
      <legend>{t().day(props.number)}</legend>
      <div class="setup-pair">
        <Field label={t().date}>
          {(control) => (
            <input
              ref={control}
              type="date"
              value={props.day.date}
              onChange={(event) => props.onChange({ date: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={t().dayLabel}>
          {(control) => (
            <input
              ref={control}
              type="text"
              maxLength={limits.label}
              placeholder={t().dayLabelExample}
              value={props.day.label}
              onInput={(event) => props.onChange({ label: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <Field label={t().slots} help={t().slotsHelp}>
        {(control) => (
          <textarea
            ref={control}
            rows={2}
            spellcheck={false}
            placeholder={t().slotsExample}
            value={props.day.slots}
            onInput={(event) => props.onChange({ slots: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t().moments} help={t().momentsHelp}>
        {(control) => (
          <textarea
            ref={control}
            rows={3}
            spellcheck={false}
            placeholder={t().momentsExample}
            value={props.day.moments}
            onInput={(event) => props.onChange({ moments: event.currentTarget.value })}
          />
        )}
      </Field>
      <div aria-live="polite">
        <Show when={read().length > 0}>
          <p class="setup-read">{t().slotsRead(count('open'), count('common'))}</p>
        </Show>
        <For each={props.problems}>{(problem) => <p class="setup-problem">{sentence(problem)}</p>}</For>
      </div>
      <div class="row">
        <Button onClick={() => props.onDuplicate()}>{t().duplicate}</Button>
        <Show when={!props.isOnly}>
          <Button look="quiet" onClick={() => props.onRemove()}>
            {t().removeDay}
          </Button>
        </Show>
      </div>
    </fieldset>
  )
}
