import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PROTOCOL, type ServerMessage } from '../../../shared/protocol.ts'
import { propose } from '../../support/boards.ts'
import { handPhone } from '../../support/socket-pair.ts'
import { type TestApp, testApp } from '../../support/test-app.ts'

let server: TestApp
beforeEach(async () => {
  server = await testApp()
  const ana = await server.join('Ana')
  await server.command(ana, propose(1))
})
afterEach(() => server.close())

/** What a phone hears to a greeting with this epoch and seq. */
const greeted = (epoch: unknown, seq: unknown): readonly ServerMessage['type'][] => {
  const phone = handPhone(server.forum, server.services.clock)
  phone.say(JSON.stringify({ type: 'hello', protocol: PROTOCOL, epoch, seq }))
  return phone.flush().map(({ type }) => type)
}

describe('P5 no greeting gets entries that do not follow what the phone holds', () => {
  test.each([
    ['of the future', (seq: number) => seq + 1],
    ['far beyond', () => Number.MAX_SAFE_INTEGER],
  ])('P5 a seq %s is answered by: take the snapshot again', (_what, seqOf) => {
    expect(greeted(server.forum.epoch, seqOf(server.forum.board.seq))).toEqual(['resync'])
  })

  test.each([-1, 0.5, 1e300, '3', null, true, [], {}])('P5 %j is no seq', (seq) => {
    expect(greeted(server.forum.epoch, seq)).toEqual(['malformed'])
  })

  test('P5 another epoch is answered by: take the snapshot again, whatever the seq', () => {
    const { board, epoch } = server.forum
    const others = ['', 'x', epoch.toUpperCase(), `${epoch} `, epoch.slice(0, -1), '__proto__']
    for (const other of others) {
      for (const seq of [0, 1, board.seq]) {
        const answer = greeted(other, seq)
        expect([other, seq, answer.includes('welcome') || answer.includes('entries')]).toEqual([other, seq, false])
      }
    }
    expect(greeted(epoch, board.seq)).toContain('welcome')
  })

  test('P5 the pages of the log refuse hostile offsets, and hold what they say', async () => {
    const { token } = await server.joinTeam('Camille')
    for (const after of ['-1', '1e9', '9007199254740993', '0.5', 'NaN', '%00', '1;drop table entry', '']) {
      const { status, body } = await server.ask('GET', `/api/forums/essai/entries?after=${after}`, { token })
      const entries = (body as { entries?: readonly { seq: number }[] }).entries ?? []
      expect([after, status === 400 || entries.every(({ seq }) => seq > Number(after))]).toEqual([after, true])
    }
  })
})
