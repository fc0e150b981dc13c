import { Index } from 'solid-js'
import { setupWords } from '../i18n/setup.ts'
import { newId } from '../sync/new-id.ts'
import { DayPart } from './DayPart.tsx'
import type { FormReading } from './plan-of.ts'
import { type DayForm, duplicateDay, type SetupForm } from './setup-form.ts'

interface DaysPartProps {
  readonly form: SetupForm
  readonly reading: FormReading
  readonly onForm: (form: SetupForm) => void
}

/** The days, each with its rule and its common moments; a day is one press away from being the next one too. */
export const DaysPart = (props: DaysPartProps) => {
  const t = setupWords.use
  const change = (key: string, changes: Partial<DayForm>) =>
    props.onForm({
      ...props.form,
      days: props.form.days.map((day) => (day.key === key ? { ...day, ...changes } : day)),
    })
  let part: HTMLElement | undefined
  const remove = (key: string, index: number) => {
    props.onForm({ ...props.form, days: props.form.days.filter((day) => day.key !== key) })
    // The day's own button went with it: the focus goes on in the day that stands there now, or in the last one.
    const days = part?.querySelectorAll('.setup-day')
    days?.[Math.min(index, props.form.days.length - 1)]?.querySelector('input')?.focus()
  }
  return (
    <section class="setup-part" ref={part}>
      <h2>{t().days}</h2>
      <Index each={props.form.days}>
        {(day, index) => (
          <DayPart
            day={day()}
            number={index + 1}
            problems={props.reading.dayProblems.get(day().key) ?? []}
            isOnly={props.form.days.length === 1}
            onChange={(changes) => change(day().key, changes)}
            onDuplicate={() => props.onForm(duplicateDay(props.form, day().key, newId()))}
            onRemove={() => remove(day().key, index)}
          />
        )}
      </Index>
    </section>
  )
}
