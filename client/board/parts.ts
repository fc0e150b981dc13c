import type { Component } from 'solid-js'
import { loadRules } from '../sync/rules.ts'
import { later } from '../ui/later.tsx'
import type { CardReason } from './CardReason.tsx'
import type { FindPanel } from './FindPanel.tsx'
import type { MoveDialog } from './MoveDialog.tsx'

/** A part and its words come at the same time. */
const part = <P extends object>(load: () => Promise<Component<P>>, words: () => Promise<void>) =>
  later<P>(async () => {
    const [component] = await Promise.all([load(), words()])
    return component
  })

/** What the board shows only when it is asked for: none of it weighs on the first load. */
export const parts = {
  find: part<Parameters<typeof FindPanel>[0]>(
    async () => (await import('./FindPanel.tsx')).FindPanel,
    async () => (await import('../i18n/find.ts')).findWords.ready(),
  ),
  move: part<Parameters<typeof MoveDialog>[0]>(
    // Without the rules every place would be called free.
    async () => (await Promise.all([import('./MoveDialog.tsx'), loadRules()]))[0].MoveDialog,
    async () => (await import('../i18n/move.ts')).moveWords.ready(),
  ),
  /** These two are the team's. */
  reasons: later(async () => (await import('./reasons.ts')).Reasons),
  reason: later<Parameters<typeof CardReason>[0]>(async () => (await import('./CardReason.tsx')).CardReason),
} as const

/** Fetches them while nothing else is asked for, so that they answer at once, and also when the network is gone. */
export const fetchParts = (): void => {
  for (const each of [parts.find, parts.move]) each.preload().catch(() => undefined)
}
