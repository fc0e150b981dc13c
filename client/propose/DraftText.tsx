import { Show } from 'solid-js'
import { Field } from '../ui/Field.tsx'

interface DraftTextProps {
  readonly label: string
  readonly name: string
  readonly value: string
  /** Several lines, where it is so. */
  readonly isLong?: boolean
  /** The keyboard that a phone shows. */
  readonly keyboard?: 'numeric' | 'url'
  readonly most?: number
  readonly help?: string
  readonly problem?: string | undefined
  readonly onText: (text: string) => void
}

/** One field of the form in which somebody writes. */
export const DraftText = (props: DraftTextProps) => {
  const heard = (event: { readonly currentTarget: { readonly value: string } }) =>
    props.onText(event.currentTarget.value)
  return (
    <Field label={props.label} help={props.help} problem={props.problem}>
      {(control) => (
        <Show
          when={props.isLong}
          fallback={
            <input
              ref={control}
              name={props.name}
              inputMode={props.keyboard}
              maxLength={props.most}
              value={props.value}
              dir="auto"
              onInput={heard}
            />
          }
        >
          <textarea
            ref={control}
            name={props.name}
            inputMode={props.keyboard}
            maxLength={props.most}
            value={props.value}
            dir="auto"
            onInput={heard}
          />
        </Show>
      )}
    </Field>
  )
}
