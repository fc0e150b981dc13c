import type { Page } from 'playwright-core'
import { afterWelcome, cutOnceKnown, onLine, typeOf } from './line.ts'
import { type Moments, type Scene, waitForFirst } from './moment.ts'
import { untilWaiting } from './offline-device.ts'

const cutOff = [/ERR_/, /WebSocket/]

/** A browser whose service worker has a newer one waiting. */
const hasNewerVersion = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const nothing = () => undefined
    const registration = { waiting: { postMessage: nothing }, addEventListener: nothing, update: async () => nothing }
    const workers = { register: async () => registration, controller: {}, addEventListener: nothing }
    Object.defineProperty(navigator, 'serviceWorker', { value: workers })
  })

/** What a line, a server and a browser do to those who look. */
export const momentsOfTrouble = ({ house, forum }: Scene) => {
  const { team, who, session } = forum
  const walk = session('Marcher sans but')
  let isCut = false
  return {
    update: { who: who('Perig'), before: hasNewerVersion, prepare: (page) => waitForFirst(page, '.notice') },
    'outbox-late': {
      who: who('Perig'),
      path: `?hold=${walk}`,
      before: async (page) => {
        await who('Perig').send({ type: 'release', sessionId: walk })
        isCut = false
        house.setClock('2027-06-12', '10:40')
        await onLine(page, (message, pass) => (typeOf(message) === 'command' && isCut) || pass())
      },
      prepare: async (page) => {
        isCut = true
        await page.locator('.cell-free[data-verdict]:not([data-verdict="no"])').first().click()
        await untilWaiting(page, 1)
        house.setClock('2027-06-12', '10:44')
        isCut = false
        await page.goto(forum.url)
        await waitForFirst(page, '.notice.bad')
        house.setClock('2027-06-12', '10:40')
      },
    },
    'trouble-board': {
      who: who('Perig'),
      before: (page) => afterWelcome(page, { type: 'trouble', readOnly: true, mismatch: false }),
      prepare: (page) => waitForFirst(page, '.trouble'),
    },
    'trouble-wall': {
      path: '/wall',
      before: (page) => afterWelcome(page, { type: 'trouble', readOnly: true, mismatch: false }),
      prepare: (page) => waitForFirst(page, '.trouble'),
    },
    'trouble-desk': {
      who: team,
      path: '/desk',
      before: (page) => afterWelcome(page, { type: 'trouble', readOnly: false, mismatch: true }),
      prepare: (page) => waitForFirst(page, '.trouble'),
    },
    portal: {
      who: who('Perig'),
      allow: cutOff,
      before: (page) =>
        cutOnceKnown(page, () =>
          page.route(/\/api\//, (route) => route.fulfill({ contentType: 'text/html', body: '' })),
        ),
      prepare: (page) => waitForFirst(page, '.notice.bad'),
    },
    'wall-offline': {
      path: '/wall',
      allow: cutOff,
      before: (page) => cutOnceKnown(page),
      prepare: (page) => waitForFirst(page, '.wall-stale'),
    },
    'wall-asks': { path: '/wall' },
    'wall-keys': { path: '/wall', prepare: (page) => page.keyboard.press('?') },
    'room-offline': {
      path: '/room/atelier',
      allow: cutOff,
      before: (page) => cutOnceKnown(page),
      prepare: (page) => waitForFirst(page, '.room-fresh.late'),
    },
  } as const satisfies Moments
}
