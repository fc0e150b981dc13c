import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js'
import type { MeasuredBlock } from './pack-pages.ts'
import type { WallDay } from './wall-blocks.ts'
import { type LaidWall, type Look, layWall } from './wall-layout.ts'
import type { WallOptions } from './wall-options.ts'

const heightOf = (element: Element | null): number => element?.getBoundingClientRect().height ?? 0

/** The same pages again: nothing is drawn anew, so nothing blinks. */
const same = (a: LaidWall, b: LaidWall): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Reads the heights of blocks in the unseen copy of the day, drawn as they would be on a page. */
const measureIn =
  (copy: HTMLElement) =>
  (keys: readonly string[], { scale, columns, isDense }: Look): readonly MeasuredBlock[] => {
    copy.style.setProperty('--scale', String(scale))
    copy.style.setProperty('--columns', String(columns))
    copy.classList.toggle('dense', isDense)
    return keys.flatMap((key) => {
      const block = copy.querySelector(`[data-block="${CSS.escape(key)}"]`)
      if (block === null) return []
      const heading = heightOf(block.querySelector('.wall-block-head'))
      return [{ key, heading, cards: [...block.querySelectorAll('.wall-card')].map(heightOf) }]
    })
  }

/**
 * The pages of the wall, laid out anew when the day changes or the screen does. Measured in an unseen copy that is drawn by the
 * same components, so that whole titles fit by construction and not by guess.
 * @param words changes with the language, whose words have other lengths
 */
export const createPages = (
  day: Accessor<WallDay>,
  words: Accessor<unknown>,
  show: Accessor<WallOptions['show']>,
  elements: Accessor<{ readonly body: HTMLElement; readonly copy: HTMLElement } | null>,
): Accessor<LaidWall> => {
  const [laid, setLaid] = createSignal<LaidWall>({ pages: [], isShort: false }, { equals: same })
  const lay = (): void => {
    const found = elements()
    if (found === null) return
    const { clientWidth: width, clientHeight: height } = found.body
    const area = { width, height, unit: window.innerHeight / 100 }
    setLaid(layWall(day().blocks, area, measureIn(found.copy), show()))
  }
  createEffect(() => {
    day()
    words()
    show()
    // After the copy has been drawn: effects run once the DOM holds the new day.
    lay()
  })
  createEffect(() => {
    const found = elements()
    if (found === null) return
    const observer = new ResizeObserver(lay)
    observer.observe(found.body)
    window.addEventListener('resize', lay)
    onCleanup(() => {
      observer.disconnect()
      window.removeEventListener('resize', lay)
    })
  })
  return laid
}
