import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createForum, submitAll } from '../../../server/board/create-forum.ts'
import type { LiveForum } from '../../../server/board/live-forum.ts'
import { propose, sessionId } from '../../support/boards.ts'
import { allAnswered } from '../../support/greeted-phone.ts'
import { handPhone } from '../../support/socket-pair.ts'
import { type TestApp, testApp } from '../../support/test-app.ts'
import { testPlan } from '../../support/test-plan.ts'

let server: TestApp
let other: LiveForum
beforeEach(async () => {
  server = await testApp()
  const made = await createForum(server.services, testPlan, 'autre')
  if (made.type === 'refused') throw new Error(made.refusal.code)
  other = made.forum
  await submitAll(other, made.team, [{ type: 'open-door', door: 'claim' }])
})
afterEach(() => server.close())

test('I9 a forum’s burst of thousands does not make another forum wait: its command is in the very next transaction', async () => {
  const transactions: number[] = []
  server.services.committer.onTry(({ entries }) => transactions.push(entries))
  const { board } = server.forum
  const team = { personId: randomUUID(), role: 'facilitator' } as const
  const edits = Array.from({ length: 3000 }, (_, n) =>
    board.submit({ id: randomUUID(), command: { type: 'edit-room', roomId: 'b101', name: `Salle ${n}` }, actor: team }),
  )
  const answered = other.board
    .submit({ id: randomUUID(), command: { type: 'edit-room', roomId: 'b101', name: 'Vite' }, actor: team })
    .then(() => transactions.length)
  expect(await answered).toBe(1)
  const answers = await Promise.all(edits)
  expect(answers.every(({ type }) => type === 'accepted')).toBe(true)
  // Five hundred of the burst a turn, and never more.
  expect(Math.max(...transactions)).toBeLessThanOrEqual(501)
  expect(transactions.length).toBe(6)
})

test('I9 one who floods is refused alone: a neighbour of the same forum is answered in the same turn', async () => {
  const [flooder, neighbour] = [await server.join('Ana'), await server.join('Brieuc')]
  const { clock } = server.services
  const loud = handPhone(server.forum, clock, { person: flooder.person })
  const calm = handPhone(server.forum, clock, { person: neighbour.person })
  for (const phone of [loud, calm]) phone.hello()
  for (const phone of [loud, calm]) phone.flush()
  for (let n = 0; n < 300; n += 1) loud.say({ type: 'command', id: randomUUID(), command: propose(100 + n) })
  const id = randomUUID()
  calm.say({ type: 'command', id, command: propose(1) })
  await allAnswered(server)
  server.forum.hub.hurry()
  const codes = loud.flush().flatMap((message) => (message.type === 'refused' ? [message.refusal.code] : []))
  expect(new Set(codes)).toEqual(new Set(['too-fast', 'too-many']))
  expect(codes.filter((code) => code === 'too-fast').length).toBeGreaterThan(200)
  expect(calm.flush().some((message) => message.type === 'refused')).toBe(false)
  expect(server.forum.board.board.sessions.has(sessionId(1))).toBe(true)
  expect([loud.end, calm.end]).toEqual([null, null])
})
