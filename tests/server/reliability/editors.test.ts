import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { evolveEntry } from '../../../shared/evolve.ts'
import { propose, sessionId } from '../../support/boards.ts'
import { handPhone } from '../../support/socket-pair.ts'
import { type TestApp, testApp } from '../../support/test-app.ts'

let server: TestApp
beforeEach(async () => {
  server = await testApp()
})
afterEach(() => server.close())

test('P12 five edit one card at once, with gaps in what they hear: no field is lost, and all hold the same card', async () => {
  const ana = await server.join('Ana')
  await server.command(ana, propose(1))
  const team = await Promise.all(Array.from({ length: 5 }, (_, n) => server.joinTeam(`P${n}`)))
  const changes = [
    { title: 'Un autre titre' },
    { description: 'Ce que c’est.' },
    { tags: ['commun'] },
    { needs: ['paperboard'] },
    { remarks: 'Fenêtre ouverte', expected: 30 },
  ]
  const { board, seq } = server.forum.board
  const { clock } = server.services
  const phones = team.map(({ person }) => handPhone(server.forum, clock, { person }))
  for (const phone of phones) phone.hello()
  for (const [n, phone] of phones.entries()) {
    // Each has heard nothing of the others' edits: what it sends is one field of the card that it still sees.
    const command = { type: 'edit', sessionId: sessionId(1), ...changes[n] } as const
    phone.say({ type: 'command', id: randomUUID(), command })
    if (n % 2 === 0) phone.peer.closed()
  }
  await server.services.committer.idle()
  const expected = Object.assign({}, ...changes)
  expect(server.forum.board.board.sessions.get(sessionId(1))).toMatchObject(expected)
  for (const { person } of team) {
    const again = handPhone(server.forum, clock, { person })
    again.hello(seq)
    // What is still being gathered for the others comes after the welcome.
    server.forum.hub.hurry()
    const heard = again.flush().flatMap((message) => ('entries' in message ? message.entries : []))
    const folded = heard.reduce(evolveEntry, board)
    expect(folded.sessions.get(sessionId(1))).toEqual(server.forum.board.board.sessions.get(sessionId(1)))
  }
})
