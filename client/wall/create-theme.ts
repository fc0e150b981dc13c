import { type Accessor, createEffect, onCleanup } from 'solid-js'
import type { WallOptions } from './wall-options.ts'

/** Rules of our own style sheets that stand under "the device is dark". */
const darkRules = (): readonly CSSMediaRule[] =>
  [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].filter(
      (rule): rule is CSSMediaRule =>
        rule instanceof CSSMediaRule && /prefers-color-scheme:\s*dark/.test(rule.conditionText),
    ),
  )

/**
 * Draws the page light or dark whatever the device says: a projector in a bright hall is not the laptop that feeds it. The
 * dark tokens stand under one media question; its answer is given here, so that no colour is written down twice.
 */
export const createTheme = (theme: Accessor<WallOptions['theme']>): void => {
  createEffect(() => {
    const wanted = theme()
    if (wanted === 'auto') return
    const rules = darkRules().map((rule) => ({ rule, asked: rule.media.mediaText }))
    for (const { rule } of rules) rule.media.mediaText = wanted === 'dark' ? 'all' : 'not all'
    document.documentElement.style.colorScheme = wanted
    onCleanup(() => {
      for (const { rule, asked } of rules) rule.media.mediaText = asked
      document.documentElement.style.removeProperty('color-scheme')
    })
  })
}
