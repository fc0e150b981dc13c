import { createUniqueId, For } from 'solid-js'

interface FindSelectProps {
  readonly label: string
  /** The word for no choice. */
  readonly all: string
  readonly value: string
  /** Value and what is shown. */
  readonly options: readonly (readonly [string, string])[]
  readonly onChange: (value: string) => void
}

/** One list of the search; the browser's own, which a thumb and a keyboard know. */
export const FindSelect = (props: FindSelectProps) => {
  const id = createUniqueId()
  return (
    <span class="find-select" classList={{ on: props.value !== '' }}>
      <label for={id}>{props.label}</label>
      <select id={id} onChange={(event) => props.onChange(event.currentTarget.value)}>
        <option value="" selected={props.value === ''}>
          {props.all}
        </option>
        <For each={props.options}>
          {([value, text]) => (
            <option value={value} selected={props.value === value}>
              {text}
            </option>
          )}
        </For>
      </select>
    </span>
  )
}
