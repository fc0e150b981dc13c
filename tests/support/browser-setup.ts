import type { TestProject } from 'vitest/node'

import { builtClient } from './built-client.ts'

import type { Chromium } from './chromium.ts'
import { findChromium, howToGetOne } from './find-chromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly chromium: Chromium
  }
}

/** Once before all browser tests: a Chromium that starts, and the client that it will load. */
export default async (project: TestProject): Promise<void> => {
  const search = await findChromium()
  if (search.type === 'none') throw new Error(['No Chromium found.', ...search.passedOver, howToGetOne].join('\n'))
  await builtClient()
  project.provide('chromium', search.chromium)
}
