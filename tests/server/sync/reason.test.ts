import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readEntries } from '../../../db/entries.ts'
import { createCore } from '../../../server/core.ts'
import { silentLog } from '../../../server/log.ts'
import type { ServerMessage } from '../../../shared/protocol.ts'
import { before, claim, propose, sessionId } from '../../support/boards.ts'
import { allAnswered } from '../../support/greeted-phone.ts'
import { type HandPhone, handPhone } from '../../support/socket-pair.ts'
import { type Device, type TestApp, testApp } from '../../support/test-app.ts'
import { slotId } from '../../support/test-plan.ts'
import { type VirtualTime, virtualTime } from '../../support/virtual-time.ts'

/** A word that is nowhere else. */
const word = 'Trébuchement'
const reason = ` ${word} dans l’escalier.`

let time: VirtualTime
let server: TestApp
let ana: Device
let team: Device
let phones: readonly HandPhone[]

beforeEach(async () => {
  time = virtualTime(before)
  server = await testApp({ clock: time })
  ana = await server.join('Ana')
  team = await server.joinTeam('Camille')
  await server.command(team, { type: 'set-rule', rule: 'room-holds', level: 'needs-reason' })
  await server.command(ana, propose(1, { expected: 90 }))
  phones = [ana.person, team.person, null].map((person) => handPhone(server.forum, time, { person }))
  for (const phone of phones) phone.hello()
  settle()
})
afterEach(() => server.close())

/** All that the phones are sent by then. */
const settle = (): readonly ServerMessage[] => {
  time.advance(1000)
  return phones.flatMap((phone) => phone.flush())
}

/** Ana claims the hall with a reason, over her socket. @returns what all phones hear of it */
const claimed = async (id = randomUUID()): Promise<readonly ServerMessage[]> => {
  phones[0]?.say({ type: 'command', id, command: claim(1, 'hall', slotId('0930')), reason })
  await allAnswered(server)
  return settle()
}

test('L17 a command of the socket brings its reason, and everybody hears the entry without it', async () => {
  const heard = await claimed()
  const entry = (await readEntries(server.database.db, server.forum.id, server.forum.board.seq - 1))[0]
  expect(entry?.reason).toBe(reason.trim())
  const { reason: _, ...shown } = entry ?? { reason: '' }
  expect(heard).toEqual(phones.map(() => ({ type: 'entries', entries: [shown] })))
})

test('L17 without its reason it is refused, in words', async () => {
  phones[0]?.say({ type: 'command', id: randomUUID(), command: claim(1, 'hall', slotId('0930')) })
  await allAnswered(server)
  expect(settle()).toMatchObject([{ type: 'refused', refusal: { findings: [{ level: 'needs-reason' }] } }])
})

test('L17 no frame and no snapshot bears the word, whatever a phone asks for', async () => {
  const id = randomUUID()
  const { seq, board } = server.forum.board
  const messages = [...(await claimed(id))]
  expect(server.forum.board.board).not.toBe(board)
  // The same again, by its author and by somebody else.
  for (const phone of phones) {
    phone.say({ type: 'command', id, command: claim(1, 'hall', slotId('0930')), reason })
  }
  await allAnswered(server)
  messages.push(...settle())
  // Whoever was away gets what was missed: from memory, and after a restart from the log.
  const again = await (await createCore(server.database.db, time, silentLog)).forums.find('essai')
  if (again === null) throw new Error('no forum')
  for (const forum of [server.forum, again]) {
    for (const person of [null, ana.person, team.person]) {
      const late = handPhone(forum, time, { person })
      late.hello(seq)
      messages.push(...late.flush())
    }
  }
  const entries = messages.flatMap((message) =>
    message.type === 'entries' || message.type === 'welcome' ? message.entries : [],
  )
  expect(entries.length).toBe(3 + 1 + 6)
  const pages = ['', '/agenda.json', '/rooms/hall/now'].map((path) => `/api/forums/essai${path}`)
  const answers = await Promise.all(
    pages.flatMap((path) => [ana.token, team.token].map((token) => server.ask('GET', path, { token }))),
  )
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  const snapshots = [server.forum, again].map(({ snapshot }) => snapshot.current().bytes('identity'))
  const sent = [...messages, ...answers, ...(await Promise.all(snapshots)).map(String)].map((one) =>
    JSON.stringify(one),
  )
  expect(sent.filter((text) => text.includes(word) || text.includes('"reason"'))).toEqual([])
  expect(JSON.stringify(server.forum.reasons.all)).toContain(word)
})

test.each([
  ['no text', 7],
  ['too long', 'x'.repeat(301)],
])('P8 a reason that is %s is told by its path', (_what, wrong) => {
  const command = { type: 'release', sessionId: sessionId(1) }
  phones[0]?.say(JSON.stringify({ type: 'command', id: randomUUID(), command, reason: wrong }))
  expect(phones[0]?.flush()).toMatchObject([{ type: 'malformed', path: '/reason' }])
})
