import { createEffect, createSignal, on } from 'solid-js'
import { limits } from '../../shared/limits.ts'

interface SavedInputProps {
  readonly ref?: (element: HTMLInputElement) => void
  readonly class?: string
  readonly title?: string | undefined
  readonly maxLength?: number
  readonly inputMode?: 'numeric'
  readonly 'aria-label'?: string
  readonly 'aria-invalid'?: 'true' | undefined
  /** The value of the board. */
  readonly saved: string
  /** What was typed, on Enter or when the field is left; answers whether it was accepted. */
  readonly onSave: (typed: string) => Promise<boolean>
  /** Editing is over: saved, or given up. */
  readonly onDone?: (how: 'key' | 'left') => void
}

/**
 * A field that is edited in place: Enter or leaving it saves, Esc puts the board's value back. A refusal leaves what was
 * typed where it is; a change by somebody else shows unless one is typing.
 */
export const SavedInput = (props: SavedInputProps) => {
  const [typed, setTyped] = createSignal<string | null>(null)
  createEffect(
    on(
      () => props.saved,
      () => setTyped((text) => (text === props.saved ? null : text)),
      { defer: true },
    ),
  )
  // Enter, then leaving the field while the answer is awaited, is one wish.
  let asked: string | null = null
  const save = async (how: 'key' | 'left') => {
    const text = typed()
    if (text !== null && text === asked) return
    asked = text
    const isSaved = text === null || text === props.saved || (await props.onSave(text))
    asked = null
    if (!isSaved) return
    setTyped(null)
    props.onDone?.(how)
  }
  return (
    <input
      type="text"
      ref={(element) => props.ref?.(element)}
      class={`saved-input ${typed() === null ? '' : 'unsaved'} ${props.class ?? ''}`}
      title={props.title}
      maxLength={props.maxLength ?? limits.title}
      inputMode={props.inputMode}
      aria-label={props['aria-label']}
      aria-invalid={props['aria-invalid']}
      value={typed() ?? props.saved}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => void save('left')}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault()
          void save('key')
        }
        if (event.key === 'Escape') {
          setTyped(null)
          props.onDone?.('key')
        }
      }}
    />
  )
}
