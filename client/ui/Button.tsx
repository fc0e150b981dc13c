import type { JSX } from 'solid-js'
import './button.css'

/**
 * The attributes that a button of ours may have are named one by one: spreading them over the element would bring two
 * and a half kilobytes of attribute tables into everybody's first load.
 */
export interface ButtonProps {
  /** `main` for the one thing a screen is for, `quiet` for what should not shout, `danger` for what takes away. */
  readonly look?: 'main' | 'plain' | 'quiet' | 'danger'
  readonly type?: 'button' | 'submit'
  readonly class?: string
  readonly disabled?: boolean
  readonly title?: string | undefined
  readonly onClick?: (event: MouseEvent) => void
  readonly 'aria-label'?: string | undefined
  readonly 'aria-pressed'?: boolean | undefined
  readonly 'aria-expanded'?: boolean | undefined
  readonly 'aria-describedby'?: string | undefined
  readonly children: JSX.Element
}

/** A button that is at least 44 px high and never submits a form by accident. */
export const Button = (props: ButtonProps) => (
  <button
    type={props.type ?? 'button'}
    class={`button ${props.look ?? 'plain'} ${props.class ?? ''}`}
    disabled={props.disabled === true}
    title={props.title}
    aria-label={props['aria-label']}
    aria-pressed={props['aria-pressed']}
    aria-expanded={props['aria-expanded']}
    aria-describedby={props['aria-describedby']}
    onClick={(event) => props.onClick?.(event)}
  >
    {props.children}
  </button>
)
