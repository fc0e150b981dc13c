import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { propose, sessionId } from '../../support/boards.ts'
import type { RealPhone } from '../../support/real-phone.ts'
import { type RealServer, realServer } from './support/real-server.ts'

// Processes of their own take long to start where the machine is busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let server: RealServer
beforeEach(async () => {
  server = await realServer()
})
afterEach(() => server.remove())

test('L13 out of file handles the server turns new lines away and keeps the living; when some go, others get in', async ({
  skip,
}) => {
  skip(process.platform === 'win32', 'needs a shell that can limit the handles of a process')
  await server.start({}, ['/bin/sh', '-c', 'ulimit -n 90; exec "$@"', 'sh'])
  const ana = await server.join('Ana')
  const first = await server.phone(ana)
  const phones: RealPhone[] = []
  let refused = 0
  while (refused < 3) {
    try {
      phones.push(await server.phone())
    } catch {
      refused += 1
    }
    expect(phones.length).toBeLessThan(200)
  }
  expect(phones.length).toBeGreaterThan(10)
  // Over the line that is there: nothing new can be opened.
  first.say({ type: 'command', id: sessionId(1000), command: propose(1) as never })
  const isMine = ({ entries }: { entries: readonly { commandId: string }[] }) =>
    entries.some(({ commandId }) => commandId === sessionId(1000))
  await first.next('entries', isMine)
  await Promise.all(phones.slice(0, 5).map((phone) => phone.next('entries', isMine)))
  for (const phone of phones) phone.socket.terminate()
  await Promise.all(phones.map(({ ended }) => ended))
  // The system closes them a moment later on the other side.
  await vi.waitFor(() => server.phone(), { timeout: 10_000 })
  expect((await server.command(ana, propose(2))).status).toBe(200)
  expect(server.out()).not.toContain('read-only')
})

test('P11 SIGTERM with a hundred phones: each is told when to return, spread out, and the process ends in order', async () => {
  await server.start()
  const phones = await Promise.all(Array.from({ length: 100 }, () => server.phone()))
  const goodbyes = Promise.all(phones.map((phone) => phone.next('goodbye')))
  expect(await server.stop('SIGTERM')).toBe(0)
  const delays = (await goodbyes).map(({ reason, returnAfter }) => {
    expect(reason).toBe('restarting')
    return returnAfter
  })
  // Over one and a half seconds for a hundred: not more than a third of them in any quarter of that.
  expect(Math.max(...delays)).toBeLessThanOrEqual(1500)
  for (let from = 0; from < 1500; from += 375) {
    expect(delays.filter((delay) => delay >= from && delay < from + 375).length).toBeLessThan(45)
  }
  expect((await Promise.all(phones.map(({ ended }) => ended))).every(({ code }) => code === 1001)).toBe(true)
})
