import { type Component, createComponent, createMemo, createSignal, type JSX } from 'solid-js'

/** A place on a page that another part of the product fills, when it has come. */
export interface Inset<P extends object> {
  (props: P): JSX.Element
  /** Null empties it. */
  fill(content: Component<P> | null): void
}

/** Pages know nothing of what is put there: a feature never imports another. */
export const makeInset = <P extends object = object>(): Inset<P> => {
  const [content, setContent] = createSignal<Component<P> | null>(null)
  const draw = (props: P): JSX.Element => {
    const shown = createMemo(() => {
      const found = content()
      return found === null ? undefined : createComponent(found, props)
    })
    return <>{shown()}</>
  }
  return Object.assign(draw, { fill: (found: Component<P> | null) => void setContent(() => found) })
}
