import { For } from 'solid-js'
import { Field } from '../ui/Field.tsx'

interface DraftChoiceProps {
  readonly label: string
  readonly name: string
  readonly chosen: string
  readonly options: readonly { readonly value: string; readonly text: string; readonly lang?: string }[]
  readonly onChoose: (value: string) => void
}

/** One field of the form with a few things to choose from. */
export const DraftChoice = (props: DraftChoiceProps) => (
  <Field label={props.label}>
    {(control) => (
      <select ref={control} name={props.name} onChange={(event) => props.onChoose(event.currentTarget.value)}>
        <For each={props.options}>
          {({ value, text, lang }) => (
            <option value={value} lang={lang} selected={value === props.chosen}>
              {text}
            </option>
          )}
        </For>
      </select>
    )}
  </Field>
)
