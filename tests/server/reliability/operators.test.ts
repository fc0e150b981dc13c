import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openStore } from '../../../server/store.ts'
import type { Snapshot } from '../../../shared/protocol.ts'
import { propose, sessionId } from '../../support/boards.ts'
import { helloOf, realPhone } from '../../support/real-phone.ts'
import { type RealServer, realServer } from './support/real-server.ts'

// Processes of their own take long to start where the machine is busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let server: RealServer
beforeEach(async () => {
  server = await realServer()
})
afterEach(() => server.remove())

test('L9 the restore drill: backup, changes, restore; the board of the backup in another epoch, and a phone drops what it held', async () => {
  await server.start()
  const ana = await server.join('Ana')
  await server.command(ana, propose(1))
  const backedUp = await server.snapshot()
  const file = server.folder.file('copy.db')
  expect(await server.cli('backup', file)).toMatchObject({ code: 0, error: '' })
  await server.command(ana, propose(2))
  await server.command(ana, { type: 'withdraw', sessionId: sessionId(1) })
  const later = await server.snapshot()
  expect(await server.stop('SIGTERM')).toBe(0)
  expect(await server.cli('restore', file)).toMatchObject({ code: 0, error: '' })
  await server.start()
  const restored = await server.snapshot()
  expect(restored.epoch).not.toBe(backedUp.epoch)
  expect({ board: restored.board, seq: restored.seq }).toEqual({ board: backedUp.board, seq: backedUp.seq })
  // A phone that held the later history: its seq is higher than any there is, and of another epoch.
  for (const seq of [later.seq, backedUp.seq, 0]) {
    const phone = await realPhone(`ws://localhost:${server.port}/api/forums/essai/live`)
    phone.say(helloOf(later.epoch, seq))
    await phone.next('resync')
    phone.say(helloOf(restored.epoch, restored.seq))
    expect(await phone.next('welcome')).toMatchObject({ epoch: restored.epoch, seq: restored.seq, entries: [] })
    phone.socket.terminate()
  }
  // Who was there at the backup still is, and goes on.
  expect((await server.command(ana, propose(3))).status).toBe(200)
})

test('L12 a backup by hand whose board and placements disagree is written, and said to be so', async () => {
  const db = await openStore(server.dataDir)
  await db.deleteFrom('placement').execute()
  await db.destroy()
  const file = server.folder.file('copy.db')
  expect(await server.cli('backup', file)).toEqual({
    code: 1,
    out: '',
    error: `${file} was written, but the board and the placements of essai disagree in it: see the server's log.\n`,
  })
})

test('I8 erase takes a person out of a running server by name: signed out within seconds, their sessions stay', async () => {
  await server.start()
  const ana = await server.join('Ana Le Goff')
  const twins = [await server.join('Yann'), await server.join('yann')]
  await server.command(ana, propose(1))
  const phone = await server.phone(ana)
  expect(await server.cli('erase', 'essai', 'Yann')).toMatchObject({
    code: 1,
    error: expect.stringMatching(/^2 people are called "Yann"\. Say which by id: [\w-]+, [\w-]+\.\n$/),
  })
  expect(await server.cli('erase', 'essai', 'Personne')).toMatchObject({
    code: 1,
    error: 'There is nobody called "Personne" in this forum.\n',
  })
  const { code, out } = await server.cli('erase', 'essai', 'ana le goff')
  expect({ code, answer: JSON.parse(out) }).toEqual({ code: 0, answer: { slug: 'essai', erased: ana.id } })
  expect(await phone.next('goodbye')).toMatchObject({ reason: 'signed-out' })
  const { people, board } = await server.snapshot()
  expect(people.some(({ id }) => id === ana.id)).toBe(false)
  expect(people.filter(({ id }) => twins.some((twin) => twin.id === id)).length).toBe(2)
  expect(board.sessions.some(({ id }) => id === sessionId(1))).toBe(true)
  expect((await server.command(ana, propose(2))).status).toBe(401)
})

test('I7 purge waits for a forum to be over unless it is forced, and then leaves the programme with its hosts', async () => {
  await server.start()
  const ana = await server.join('Ana')
  const brieuc = await server.join('Brieuc')
  await server.command(ana, propose(1))
  const phone = await server.phone(brieuc)
  expect(await server.cli('purge', 'essai')).toEqual({
    code: 1,
    out: '',
    error: 'essai is not over yet: nobody could act on it any more. --force does it.\n',
  })
  const { code, out } = await server.cli('purge', 'essai', '--force')
  expect({ code, purged: JSON.parse(out) }).toMatchObject({ code: 0, purged: { slug: 'essai', tokens: 1, links: 1 } })
  await phone.next('goodbye')
  const { people, board }: Snapshot = await server.snapshot()
  const hosts = new Set(board.sessions.flatMap((session) => session.hosts))
  expect(people.map(({ id }) => id).sort()).toEqual([...hosts].sort())
  expect(hosts.has(ana.id)).toBe(true)
})
