import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readEntries } from '../../../db/entries.ts'
import { renewSetUpSecret } from '../../../server/set-up.ts'
import type { Command } from '../../../shared/commands/command.schema.ts'
import { claim, propose, sessionId } from '../../support/boards.ts'
import { slotId, testPlan } from '../../support/test-plan.ts'
import { rows, type TwoForums, twoForums } from './routes.ts'

let all: TwoForums
beforeAll(async () => {
  all = await twoForums()
})
afterAll(() => all.server.close())

describe('I2 what is of one forum is out of reach from another', () => {
  test('I2 a token of one forum, the team’s too, changes nothing of another and reads nothing that is not public', async () => {
    const untouched = await all.stateOf(all.there)
    for (const role of ['foreign participant', 'foreign facilitator'] as const) {
      for (const route of Object.keys(rows)) if (!/\/join$/.test(route)) await all.askAs(role, all.there, route)
    }
    expect(await all.stateOf(all.there)).toBe(untouched)
  })

  test('I2 nor does the team of a forum reach rooms, sessions and people of another under its own address', async () => {
    const [mine, theirs] = [await all.stateOf(all.here), await all.stateOf(all.there)]
    const withIds = Object.keys(rows).filter((route) => /\{(room|session|person)\}/.test(route))
    const statuses: Record<string, number> = {}
    for (const route of withIds) statuses[route] = (await all.askAs('facilitator', all.here, route, all.there)).status
    expect(statuses).toEqual({
      'GET /api/forums/{slug}/rooms/{room}/now': 404,
      'GET /api/forums/{slug}/sessions/{session}/advice': 404,
      'GET /api/forums/{slug}/people/{person}/absences': 404,
      'PUT /api/forums/{slug}/people/{person}/absences': 404,
      // The rules answer: there is no such session on this board.
      'PUT /api/forums/{slug}/stars/{session}': 409,
    })
    expect([await all.stateOf(all.here), await all.stateOf(all.there)]).toEqual([mine, theirs])
  })

  test('I2 nor do commands that name what is of another', async () => {
    const theirs = await all.stateOf(all.there)
    const [session, room, person] = [sessionId(2), 'la-b101', all.there.tokens.guest.person.id]
    const cell = { roomId: room, slotId: slotId('1045') }
    const answers: Record<string, unknown> = {}
    const last = (await readEntries(all.server.services.db, all.there.forum.id, 0)).at(-1)
    const commands: readonly Command[] = [
      { type: 'edit', sessionId: session, title: 'Pris' },
      { type: 'withdraw', sessionId: session },
      { type: 'claim', sessionId: session, ...cell },
      { type: 'lock', sessionId: session },
      { type: 'claim', sessionId: sessionId(1), ...cell },
      { type: 'edit-room', roomId: room, name: 'Prise' },
      { type: 'remove-room', roomId: room },
      { type: 'edit', sessionId: sessionId(1), hosts: [person] },
      { type: 'undo', commandId: last?.commandId ?? '' },
    ]
    for (const command of commands) {
      const { body } = await all.command(command)
      answers[`${Object.keys(answers).length} ${command.type}`] = (body as { refusal?: { code: string } }).refusal?.code
    }
    expect(answers).toEqual({
      '0 edit': 'unknown-session',
      '1 withdraw': 'unknown-session',
      '2 claim': 'unknown-session',
      '3 lock': 'unknown-session',
      '4 claim': 'unknown-room',
      '5 edit-room': 'unknown-room',
      '6 remove-room': 'unknown-room',
      '7 edit': 'unknown-person',
      '8 undo': 'nothing-to-undo',
    })
    expect(await all.stateOf(all.there)).toBe(theirs)
  })

  test('I2 a secret of one forum opens no other, nor the set-up, and the set-up’s opens no forum', async () => {
    const setUp = await renewSetUpSecret(all.server.services.db)
    const { token } = all.there.tokens.guest
    const show = async (secret: string) =>
      (await all.server.ask('POST', '/api/forums/la/facilitator', { token, body: { secret } })).status
    expect([await show(all.here.secret), await show(setUp)]).toEqual([403, 403])
    const plan = { ...testPlan, name: 'Autre' }
    expect((await all.server.ask('POST', '/api/forums', { body: { secret: all.here.secret, plan } })).status).toBe(403)
  })

  test('I2 the same ids in two forums are two things: who takes one in theirs takes nothing from the other', async () => {
    const untouched = await all.stateOf(all.there)
    await all.here.submit(all.here.tokens.guest.person, propose(2))
    await all.here.submit(all.here.tokens.guest.person, claim(2, 'hall', slotId('1330')))
    await all.here.submit(all.here.tokens.guest.person, { type: 'withdraw', sessionId: sessionId(2) })
    expect(await all.stateOf(all.there)).toBe(untouched)
  })
})
