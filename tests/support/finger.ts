import type { Page } from 'playwright-core'

/** One finger on the glass, as the browser's own input: scrolling and cancelling work as they do on a phone. */
export interface Finger {
  down(x: number, y: number): Promise<void>
  /** In steps, as a hand moves. */
  moveTo(x: number, y: number, steps?: number): Promise<void>
  up(): Promise<void>
  /** A call comes in, or the system takes the gesture. */
  cancel(): Promise<void>
}

export const fingerOn = async (page: Page): Promise<Finger> => {
  const protocol = await page.context().newCDPSession(page)
  let at = { x: 0, y: 0 }
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel', points: { x: number; y: number }[]) =>
    protocol.send('Input.dispatchTouchEvent', { type, touchPoints: points })
  return {
    down: async (x, y) => {
      at = { x, y }
      await send('touchStart', [at])
    },
    moveTo: async (x, y, steps = 8) => {
      const from = at
      for (let n = 1; n <= steps; n += 1) {
        at = { x: from.x + ((x - from.x) * n) / steps, y: from.y + ((y - from.y) * n) / steps }
        await send('touchMove', [at])
      }
    },
    up: async () => {
      await send('touchEnd', [])
    },
    cancel: async () => {
      await send('touchCancel', [])
    },
  }
}
