import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DeviceDatabase } from '../../client/sync/device-database.ts'
import type { OutboxStore } from '../../client/sync/outbox-store.ts'
import { outboxContract, waiting } from '../client/sync/outbox-contract.ts'
import { useBrowser } from '../support/browser.ts'
import { projectRoot } from '../support/project-files.ts'
import { serveTinySite } from '../support/tiny-site.ts'

/* The device's database in the database of a real browser, held to the contract that the one in memory fulfils. */

const browser = useBrowser()
let site: Awaited<ReturnType<typeof serveTinySite>>

/** The module as a browser can read it. */
const bundled = async (): Promise<string> => {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    root: projectRoot,
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: join(projectRoot, 'client', 'sync', 'device-database.ts'),
        preserveEntrySignatures: 'strict',
        output: { format: 'es' },
      },
    },
  })) as Rolldown.RolldownOutput
  return built.output[0].code
}

beforeAll(async () => {
  site = await serveTinySite({
    '/': '<!doctype html><title>Essai</title><script type="module" src="/begin.js"></script>',
    '/begin.js': `import { openDeviceDatabase } from '/database.js'; window.openDevice = openDeviceDatabase`,
    '/database.js': await bundled(),
    '/favicon.ico': '',
  })
})
afterAll(() => site.close())

declare global {
  interface Window {
    openDevice?: (name: string) => Promise<DeviceDatabase>
    device?: DeviceDatabase
  }
}

const opened = async (name: string): Promise<Page> => {
  const { page } = await browser.openPage({ url: `${site.address}/` })
  await page.waitForFunction(() => window.openDevice !== undefined)
  await page.evaluate(async (wanted) => {
    const database = await window.openDevice?.(wanted)
    if (database !== undefined) window.device = database
  }, name)
  return page
}

let names = 0

outboxContract('the browser’s database', async (): Promise<OutboxStore> => {
  names += 1
  const page = await opened(`contract ${names}`)
  return {
    all: (slug) => page.evaluate((wanted) => window.device?.outbox.all(wanted) ?? [], slug),
    put: (each) => page.evaluate((kept) => window.device?.outbox.put(kept), each),
    remove: (id) => page.evaluate((gone) => window.device?.outbox.remove(gone), id),
  }
})

test('P13 what is kept is there after the page, and for another page at the same time', async () => {
  const page = await opened('shared')
  await page.evaluate((kept) => window.device?.outbox.put(kept), waiting('a', 10))
  const other = await page.context().newPage()
  await other.goto(`${site.address}/`)
  await other.waitForFunction(() => window.openDevice !== undefined)
  const read = async (on: Page) =>
    on.evaluate(async () => (await (await window.openDevice?.('shared'))?.outbox.all('brest')) ?? [])
  expect(await read(other)).toEqual([waiting('a', 10)])
  await page.reload()
  await page.waitForFunction(() => window.openDevice !== undefined)
  expect(await read(page)).toEqual([waiting('a', 10)])
})
