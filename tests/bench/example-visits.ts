import type { Browser } from 'playwright-core'
import { builtClient } from '../support/built-client.ts'
import { launchChromium } from '../support/chromium.ts'
import { findChromium, howToGetOne } from '../support/find-chromium.ts'
import { openHouse } from '../support/house.ts'

/**
 * Measures the example forum (Brest, ten rooms, three days) in a real browser, from a server with the built client.
 * @returns whether the bars are met; true where there is no browser to look with
 */
export const visitExample = async (measure: (browser: Browser, url: string) => Promise<boolean>): Promise<boolean> => {
  await builtClient()
  const search = await findChromium()
  if (search.type === 'none') {
    console.log(`No Chromium found: not measured. ${howToGetOne}`)
    return true
  }
  const house = await openHouse()
  const browser = await launchChromium(search.chromium)
  try {
    const made = await fetch(`${house.origin}/api/forums/example`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    const { slug }: { slug: string } = await made.json()
    return await measure(browser, `${house.origin}/${slug}`)
  } finally {
    await browser.close()
    await house.close()
  }
}
