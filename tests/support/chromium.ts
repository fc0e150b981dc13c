import { chromium as launcher } from 'playwright-core'

/** How a Chromium is started; plain values, so that it can be handed from the test runner to its workers. */
export interface Chromium {
  readonly executablePath: string
  readonly args: readonly string[]
  /** What is added to the environment of the browser's process. */
  readonly env: Readonly<Record<string, string>>
}

const launchTimeout = 30_000

export const launchChromium = (chromium: Chromium) =>
  launcher.launch({
    executablePath: chromium.executablePath,
    args: [...chromium.args],
    env: { ...process.env, ...chromium.env },
    timeout: launchTimeout,
  })

/**
 * Starts it and looks at one word. A browser that starts without fonts gives text no height, and then every wait for
 * something visible never ends: better said here.
 * @returns the version; throws where it does not start, or does not draw text
 */
export const probeChromium = async (chromium: Chromium): Promise<string> => {
  const browser = await launchChromium(chromium)
  try {
    const page = await browser.newPage()
    await page.setContent('<span>forum</span>')
    const box = await page.locator('span').boundingBox({ timeout: 5_000 })
    if (box === null || box.height === 0 || box.width === 0) throw new Error('it has no fonts, text has no size')
    return browser.version()
  } finally {
    await browser.close()
  }
}
