import { afterEach, beforeEach, expect, test } from 'vitest'
import { readPlacements } from '../../../db/placements.ts'
import type { RefusalJson } from '../../../shared/protocol.ts'
import { claim, propose, sessionId } from '../../support/boards.ts'
import { type Device, type TestApp, testApp } from '../../support/test-app.ts'
import { slotId } from '../../support/test-plan.ts'

let server: TestApp
beforeEach(async () => {
  server = await testApp()
})
afterEach(() => server.close())

interface Contender {
  readonly n: number
  readonly device: Device
}

const contenders = (count: number): Promise<Contender[]> =>
  Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const device = await server.join(`Personne ${n}`)
      await server.command(device, propose(n))
      return { n, device }
    }),
  )

const cell = ['b101', slotId('0930')] as const

test('B1, B12 350 claim one cell at once: one wins, each other reads who holds it and gets free cells', async () => {
  const all = await contenders(350)
  const replies = await Promise.all(
    all.map(async ({ n, device }) => ({ n, ...(await server.command(device, claim(n, ...cell))) })),
  )
  const winners = replies.filter(({ status }) => status === 200)
  expect(winners.length).toBe(1)
  const winner = winners[0]?.n ?? -1
  const holder = { sessionId: sessionId(winner), title: `Sujet ${winner}`, since: expect.any(Number) }
  const losers = replies.filter(({ status }) => status === 409)
  expect(losers.length).toBe(349)
  for (const { body } of losers) {
    const { refusal } = body as { refusal: RefusalJson }
    expect(refusal.holder).toEqual(holder)
    expect(refusal.alternatives.length).toBe(3)
    expect(refusal.alternatives).not.toContainEqual({ roomId: cell[0], slotId: cell[1] })
  }
  const rows = await readPlacements(server.database.db, server.forum.id)
  expect(rows.map((row) => row.sessionId)).toEqual([sessionId(winner)])
})

test('B1 every way into a cell is refused while it is held: claim, move, on behalf, longer sessions, edits', async () => {
  const [one, two] = await contenders(2)
  if (one === undefined || two === undefined) throw new Error('nobody came')
  const team = await server.joinTeam('Camille')
  await server.command(one.device, claim(0, 'b101', slotId('1430')))
  await server.command(team, propose(7, { hosts: [two.device.person.id] }))
  await server.command(team, propose(8, { length: 2, hosts: [] }))
  await server.command(two.device, claim(1, 'b102', slotId('1430')))
  const attempts = [
    server.command(two.device, claim(1, 'b101', slotId('1430'))),
    server.command(two.device, { ...claim(1, 'b101', slotId('1430')), type: 'move' }),
    server.command(team, claim(7, 'b101', slotId('1430'))),
    server.command(team, claim(8, 'b101', slotId('1330'))),
  ]
  const statuses = (await Promise.all(attempts)).map(({ status }) => status)
  expect(statuses).toEqual([409, 409, 409, 409])
  await server.command(team, claim(7, 'b101', slotId('1330')))
  // A session that grows over the next one, and a slot that grows over another's, would take what is held.
  const grows = await server.command(team, { type: 'edit', sessionId: sessionId(7), length: 2 })
  const wider = await server.command(team, { type: 'edit-slot', slotId: slotId('1330'), end: '15:00' })
  expect([grows.status, wider.status]).toEqual([409, 409])
  const rows = await readPlacements(server.database.db, server.forum.id)
  expect(rows.map(({ roomId, sessionId: id }) => `${roomId} ${id.slice(-1)}`)).toEqual(['b101 7', 'b101 0', 'b102 1'])
})
