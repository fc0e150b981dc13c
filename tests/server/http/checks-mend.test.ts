import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mendingFor } from '../../../server/http/mending.ts'
import type { Command } from '../../../shared/commands/command.schema.ts'
import type { Loss } from '../../../shared/commands/drop-out.schema.ts'
import { team as asTeam, before, sessionId } from '../../support/boards.ts'
import { listen } from '../../support/real-phone.ts'
import { type Device, type TestApp, testApp } from '../../support/test-app.ts'
import { virtualTime } from '../../support/virtual-time.ts'
import { widePlan } from '../../support/wide-plan.ts'

const rooms = 25
let server: TestApp
let team: Device
let url: string
/** What drops out is a slot with a session in every room; of each cell that one of them could go to its host is asked about. */
let loss: Loss

beforeAll(async () => {
  server = await testApp({ plan: widePlan(rooms, 20, before), clock: virtualTime(before) })
  team = await server.joinTeam('Camille')
  const { board } = server.forum
  const [slotId = ''] = board.board.slots.keys()
  loss = { type: 'slot', slotId }
  const hosts = await Promise.all(Array.from({ length: rooms }, (_, n) => server.join(`Personne ${n}`)))
  const commands = [...board.board.rooms.keys()].flatMap((roomId, n): readonly Command[] => [
    { type: 'propose', sessionId: sessionId(n), title: `Sujet ${n}`, hosts: [hosts[n]?.person.id ?? ''] },
    { type: 'claim', sessionId: sessionId(n), roomId, slotId },
  ])
  const actor = { personId: team.person.id, role: 'facilitator' } as const
  const answers = await Promise.all(commands.map((command) => board.submit({ id: randomUUID(), command, actor })))
  expect(answers.filter(({ type }) => type === 'refused')).toEqual([])
  url = `http://${await listen(server.app)}/api/forums/essai/checks/mend`
})
afterAll(() => server.close())

const ask = (body: object, signal?: AbortSignal) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${team.token}` },
    body: JSON.stringify(body),
    ...(signal === undefined ? {} : { signal }),
  })

/** How often the server is asked whether somebody is away while that goes on. */
const lookedAt = async (work: () => Promise<unknown>, each: () => void = () => undefined): Promise<number> => {
  const { absences } = server.forum
  const isAway = absences.isAway.bind(absences)
  let times = 0
  absences.isAway = (...asked) => {
    times += 1
    each()
    return isAway(...asked)
  }
  await work()
  absences.isAway = isAway
  return times
}

test('L19 a mending that nobody waits for any more is given up between two steps, and the next one has its turn', async () => {
  let times = 0
  const leaving = () => {
    times += 1
    return times > 3
  }
  const context = () => asTeam
  const [left, next] = await Promise.all([
    mendingFor(server.forum, { loss }, context, leaving),
    mendingFor(server.forum, { loss }, context, () => false),
  ])
  expect([left, times]).toEqual([null, 4])
  expect(next?.plan.moves.length).toBe(rooms)
  // Who leaves before their turn is not even begun for.
  const never = () => {
    throw new Error('begun')
  }
  expect(await mendingFor(server.forum, { loss }, never, () => true)).toBe(null)
})

test('L19 when the desk that asked has gone the server stops looking', async () => {
  const whole = await lookedAt(() => ask({ loss }).then((answer) => answer.text()))
  expect(whole).toBeGreaterThan(rooms * rooms)
  const desk = new AbortController()
  // Nobody is in those hours: it is answered as soon as it has its turn.
  const { slotId } = loss as Extract<Loss, { readonly type: 'slot' }>
  const nothing = { loss: { type: 'hours', slotId, start: '07:00', end: '07:30' } }
  const looked = await lookedAt(
    async () => {
      await expect(ask({ loss }, desk.signal)).rejects.toThrow('abort')
      expect((await ask(nothing)).status).toBe(200)
    },
    () => desk.abort(),
  )
  expect(looked).toBeLessThan(whole / 2)
})
