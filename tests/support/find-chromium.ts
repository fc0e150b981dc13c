import { type Chromium, probeChromium } from './chromium.ts'
import type { Candidate } from './chromium-candidates.ts'
import { candidates } from './chromium-candidates.ts'

export type ChromiumSearch =
  | {
      readonly type: 'found'
      readonly name: string
      readonly version: string
      readonly chromium: Chromium
      readonly passedOver: readonly string[]
    }
  | { readonly type: 'none'; readonly passedOver: readonly string[] }

export const howToGetOne =
  'Install Chromium or Chrome, or set CHROMIUM_PATH to one; on Linux x64 `npm ci` brings one with @sparticuz/chromium.'

/** One line; of a browser that did not start, what it said itself rather than that it is gone. */
const reasonOf = (error: unknown): string => {
  const text = error instanceof Error ? error.message : String(error)
  const itsOwn = /\[err\] (.+)/.exec(text)?.[1]
  return itsOwn ?? text.split('\n').find((line) => line.trim() !== '') ?? 'no reason given'
}

/** The first candidate that really starts, and why each one before it was passed over. */
export const findChromium = async (
  places: readonly Candidate[] = candidates(),
  probe: (chromium: Chromium) => Promise<string> = probeChromium,
): Promise<ChromiumSearch> => {
  const passedOver: string[] = []
  for (const { name, find } of places) {
    try {
      const chromium = await find()
      if (chromium === null) continue
      return { type: 'found', name, version: await probe(chromium), chromium, passedOver }
    } catch (error) {
      passedOver.push(`${name}: ${reasonOf(error)}`)
    }
  }
  return { type: 'none', passedOver }
}
