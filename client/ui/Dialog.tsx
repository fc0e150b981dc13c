import { createEffect, createUniqueId, type JSX, onCleanup, Show } from 'solid-js'
import { useWords } from '../i18n/words.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import './dialog.css'

interface DialogProps {
  readonly open: boolean
  readonly title: string
  /** `sheet` rises from the bottom on a phone. */
  readonly look?: 'sheet' | 'box'
  /** Esc, the close button, or a tap beside it. */
  readonly onClose: () => void
  readonly children: JSX.Element
}

/** A modal dialog by the browser's own means: focus, Esc and the inert rest come from it. */
export const Dialog = (props: DialogProps) => {
  const t = useWords()
  const id = createUniqueId()
  let element: HTMLDialogElement | undefined
  createEffect(() => {
    if (props.open && element?.open === false) element.showModal()
    if (!props.open && element?.open === true) element.close()
  })
  onCleanup(() => element?.close())
  return (
    <dialog
      ref={element}
      class={`dialog ${props.look ?? 'box'}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        props.onClose()
      }}
      onClick={(event) => event.target === event.currentTarget && props.onClose()}
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
    >
      <div class="dialog-body">
        <header>
          <h2 id={id}>{props.title}</h2>
          <Button look="quiet" class="dialog-close" onClick={() => props.onClose()}>
            <Icon name="close" />
            <span class="unseen">{t().close}</span>
          </Button>
        </header>
        <Show when={props.open}>{props.children}</Show>
      </div>
    </dialog>
  )
}
