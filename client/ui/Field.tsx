import { createEffect, createUniqueId, type JSX, Show } from 'solid-js'
import './field.css'

interface FieldProps {
  readonly label: string
  readonly help?: string | undefined
  /** A sentence that says what is wrong; the field is then marked invalid. */
  readonly problem?: string | undefined
  /** Draws the control with `ref={control}`, which ties it to its label, help and problem. */
  readonly children: (control: (element: HTMLElement) => void) => JSX.Element
}

/** A labelled control: `<Field label="Nom">{(control) => <input ref={control} />}</Field>`. */
export const Field = (props: FieldProps) => {
  const id = createUniqueId()
  const describedBy = () => {
    if (props.problem !== undefined) return `${id}-problem`
    return props.help === undefined ? null : `${id}-help`
  }
  const set = (element: HTMLElement, name: string, value: string | null) =>
    value === null ? element.removeAttribute(name) : element.setAttribute(name, value)
  const tie = (element: HTMLElement) => {
    element.id = id
    createEffect(() => {
      set(element, 'aria-describedby', describedBy())
      set(element, 'aria-invalid', props.problem === undefined ? null : 'true')
    })
  }
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      {props.children(tie)}
      <Show when={props.problem}>
        <p class="problem" id={`${id}-problem`} role="alert">
          {props.problem}
        </p>
      </Show>
      <Show when={props.problem === undefined && props.help}>
        <p class="help" id={`${id}-help`}>
          {props.help}
        </p>
      </Show>
    </div>
  )
}
