import { createSignal } from 'solid-js'

export type RulesCode = typeof import('./rules-code.ts')

const [rules, setRules] = createSignal<RulesCode | null>(null)

/**
 * The code that decides, or null while it is on its way. Reading a board does not need it; acting does. It is fetched as
 * soon as the board is drawn, so that it is there before a hand can be.
 */
export const useRules = () => rules

/** Fetches the rules; the same ones each time. */
export const loadRules = async (): Promise<RulesCode> => {
  const loaded = rules() ?? (await import('./rules-code.ts'))
  setRules(() => loaded)
  return loaded
}
