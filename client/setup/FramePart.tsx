import { For } from 'solid-js'
import { limits } from '../../shared/limits.ts'
import { setupWords } from '../i18n/setup.ts'
import { Field } from '../ui/Field.tsx'
import type { FormReading } from './plan-of.ts'
import { type SetupForm, shiftDays } from './setup-form.ts'

interface FramePartProps {
  readonly form: SetupForm
  readonly reading: FormReading
  readonly onChange: (changes: Partial<SetupForm>) => void
  readonly onForm: (form: SetupForm) => void
}

const zones = Intl.supportedValuesOf('timeZone')

/** Name, theme, place, zone, first day and how many people. */
export const FramePart = (props: FramePartProps) => {
  const t = setupWords.use
  return (
    <section class="setup-part">
      <h2>{t().frame}</h2>
      <Field label={t().name}>
        {(control) => (
          <input
            ref={control}
            type="text"
            required
            maxLength={limits.label}
            value={props.form.name}
            onInput={(event) => props.onChange({ name: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t().theme}>
        {(control) => (
          <input
            ref={control}
            type="text"
            maxLength={limits.title}
            placeholder={t().themeExample}
            value={props.form.theme}
            onInput={(event) => props.onChange({ theme: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t().place}>
        {(control) => (
          <input
            ref={control}
            type="text"
            maxLength={limits.title}
            value={props.form.place}
            onInput={(event) => props.onChange({ place: event.currentTarget.value })}
          />
        )}
      </Field>
      <div class="setup-pair">
        <Field label={t().firstDay}>
          {(control) => (
            <input
              ref={control}
              type="date"
              value={props.form.days[0]?.date ?? ''}
              onChange={(event) => props.onForm(shiftDays(props.form, event.currentTarget.value))}
            />
          )}
        </Field>
        <Field
          label={t().expected}
          help={t().expectedHelp}
          problem={props.reading.missing.includes('people') ? t().expectedBad : undefined}
        >
          {(control) => (
            <input
              ref={control}
              type="text"
              inputMode="numeric"
              value={props.form.expected}
              onInput={(event) => props.onChange({ expected: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field
          label={t().timeZone}
          problem={props.reading.missing.includes('time-zone') ? t().missing['time-zone'] : undefined}
        >
          {(control) => (
            <>
              <input
                ref={control}
                type="text"
                list="setup-zones"
                autocomplete="off"
                value={props.form.timeZone}
                onInput={(event) => props.onChange({ timeZone: event.currentTarget.value })}
              />
              <datalist id="setup-zones">
                <For each={zones}>{(zone) => <option value={zone} />}</For>
              </datalist>
            </>
          )}
        </Field>
      </div>
    </section>
  )
}
