import { type Component, createComponent, createMemo, createSignal, type JSX } from 'solid-js'

/** A component whose code comes when it is wanted. */
export interface Later<P extends object> {
  (props: P): JSX.Element
  /** Begins to fetch it; settles when it is here. */
  preload(): Promise<void>
}

/**
 * Solid's `lazy` with less around it: with `Suspense` and resources it is a kilobyte and a half that a phone would fetch
 * before it reads a word.
 * @param load what could not be fetched is asked for again the next time that it is wanted
 * @param waiting stands in its place until then; nothing by default
 */
export const later = <P extends object>(
  load: () => Promise<Component<P>>,
  waiting: () => JSX.Element = () => undefined,
): Later<P> => {
  const [here, setHere] = createSignal<Component<P> | null>(null)
  let begun: Promise<void> | undefined
  const fetchOnce = async (): Promise<void> => {
    try {
      const component = await load()
      setHere(() => component)
    } catch (error) {
      begun = undefined
      throw error
    }
  }
  const preload = (): Promise<void> => {
    begun ??= fetchOnce()
    return begun
  }
  const draw = (props: P): JSX.Element => {
    void preload()
    const shown = createMemo(() => {
      const component = here()
      return component === null ? createComponent(waiting, {}) : createComponent(component, props)
    })
    return <>{shown()}</>
  }
  return Object.assign(draw, { preload })
}
