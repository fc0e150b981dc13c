import type { Page } from 'playwright-core'

/** What the device keeps of a forum; see `client/sync/board-copy.ts`. */
interface Kept {
  readonly seq: number
  readonly you: { readonly name: string } | null
  readonly stars: readonly string[]
}

/** All that the device's own database holds in one of its stores; null while there is no such database. */
const storeOf = <T>(page: Page, store: 'boards' | 'outbox'): Promise<readonly T[] | null> =>
  page.evaluate(
    (name) =>
      new Promise<T[] | null>((resolve) => {
        const opening = indexedDB.open('forum-ouvert')
        // Looking must not make one.
        opening.onupgradeneeded = () => opening.transaction?.abort()
        opening.onerror = () => resolve(null)
        opening.onsuccess = () => {
          const db = opening.result
          const asking = db.transaction(name).objectStore(name).getAll()
          asking.onsuccess = () => {
            db.close()
            resolve(asking.result)
          }
        }
      }),
    store,
  )

/** What the device keeps that has no answer yet. */
export const outboxOf = async (page: Page) =>
  (await storeOf<{ readonly by: string; readonly isLate: boolean }>(page, 'outbox')) ?? []

/** Asked again and again: a database tells no other page what was written. */
const until = async (isSo: () => Promise<boolean>, what: string): Promise<void> => {
  for (let tries = 0; tries < 150; tries += 1) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`not within 15 s: ${what}`)
}

/**
 * Waits until a page could do without its network: the service worker has taken over, and the device has a copy of the
 * board that fits.
 */
export const untilKept = async (page: Page, fits: (kept: Kept) => boolean = () => true): Promise<void> => {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
  await untilCopied(page, fits)
}

/** Waits until the device has a copy of the board that fits. */
export const untilCopied = (page: Page, fits: (kept: Kept) => boolean): Promise<void> =>
  until(async () => ((await storeOf<Kept>(page, 'boards')) ?? []).some(fits), 'a copy of the board on the device')

/** Waits until so many things wait on the device. */
export const untilWaiting = (page: Page, count: number): Promise<void> =>
  until(async () => (await outboxOf(page)).length === count, `${count} waiting on the device`)
