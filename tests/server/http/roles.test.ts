import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CommandType, commandSchemas } from '../../../shared/commands/command.schema.ts'
import { before, claim, propose, sessionId } from '../../support/boards.ts'
import { type Device, type TestApp, testApp } from '../../support/test-app.ts'
import { slotId } from '../../support/test-plan.ts'
import { virtualTime } from '../../support/virtual-time.ts'

/** Who may: `anyone` with a name, the `hosts` of the session (and the team), or the `team` alone. */
type May = 'anyone' | 'hosts' | 'team'

/** A command of each type, and who may send it. A new type without a line here does not compile. */
const rows: Readonly<Record<CommandType, { readonly may: May; readonly command: object }>> = {
  propose: { may: 'anyone', command: { type: 'propose', title: 'Sujet' } },
  edit: { may: 'hosts', command: { type: 'edit', sessionId: sessionId(1), title: 'Autre' } },
  claim: { may: 'hosts', command: claim(1, 'b101', slotId('0930')) },
  move: { may: 'hosts', command: { ...claim(1, 'b102', slotId('0930')), type: 'move' } },
  release: { may: 'hosts', command: { type: 'release', sessionId: sessionId(1) } },
  withdraw: { may: 'hosts', command: { type: 'withdraw', sessionId: sessionId(1) } },
  lock: { may: 'team', command: { type: 'lock', sessionId: sessionId(1) } },
  unlock: { may: 'team', command: { type: 'unlock', sessionId: sessionId(1) } },
  'frame-forum': { may: 'team', command: { type: 'frame-forum', theme: 'Autre' } },
  'set-mode': { may: 'team', command: { type: 'set-mode', mode: 'barcamp' } },
  'add-room': { may: 'team', command: { type: 'add-room', roomId: 'r', name: 'R' } },
  'edit-room': { may: 'team', command: { type: 'edit-room', roomId: 'hall', capacity: 9 } },
  'remove-room': { may: 'team', command: { type: 'remove-room', roomId: 'hall' } },
  'order-rooms': { may: 'team', command: { type: 'order-rooms', roomIds: ['r', 'b102', 'b101'] } },
  'add-slot': {
    may: 'team',
    command: { type: 'add-slot', slotId: 's', date: '2024-07-04', start: '09:00', end: '10:00' },
  },
  'edit-slot': { may: 'team', command: { type: 'edit-slot', slotId: slotId('1430'), end: '15:45' } },
  'remove-slot': { may: 'team', command: { type: 'remove-slot', slotId: slotId('1430') } },
  'label-day': { may: 'team', command: { type: 'label-day', date: '2024-07-03', label: 'Jour' } },
  'set-cells': {
    may: 'team',
    command: { type: 'set-cells', cells: [{ roomId: 'b102', slotId: slotId('1330') }], use: { type: 'closed' } },
  },
  'add-collective': { may: 'team', command: { type: 'add-collective', collectiveId: 'c', name: 'C' } },
  'edit-collective': { may: 'team', command: { type: 'edit-collective', collectiveId: 'réseau', name: 'D' } },
  'remove-collective': { may: 'team', command: { type: 'remove-collective', collectiveId: 'reseau' } },
  'open-door': { may: 'team', command: { type: 'open-door', door: 'star' } },
  'close-door': { may: 'team', command: { type: 'close-door', door: 'star' } },
  'schedule-door': { may: 'team', command: { type: 'schedule-door', door: 'star', opensAt: 1 } },
}

const types = Object.keys(commandSchemas) as CommandType[]

const time = virtualTime(before)
let server: TestApp
let host: Device
let other: Device
let team: Device

beforeAll(async () => {
  server = await testApp({ clock: time })
  host = await server.join('Hôte')
  other = await server.join('Autre')
  team = await server.joinTeam('Camille')
  await server.command(team, { type: 'add-collective', collectiveId: 'reseau', name: 'Réseau' })
})
afterAll(() => server.close())

let withdrawn = 100

/** The command as it is now: each proposal is a new session, and the session of the row exists and is placed. */
const prepare = async (type: CommandType): Promise<object> => {
  const { command } = rows[type]
  // Nobody is slowed for the length of this table.
  time.advance(20_000)
  if (type === 'propose') return { ...command, sessionId: randomUUID() }
  if (type === 'withdraw') {
    // One of its own each time: an id is not used again.
    withdrawn += 1
    await server.command(host, propose(withdrawn))
    return { ...command, sessionId: sessionId(withdrawn) }
  }
  await server.command(host, propose(1))
  if (type === 'move' || type === 'release') await server.command(host, claim(1, 'b101', slotId('0930')))
  return JSON.parse(JSON.stringify(command).replace('réseau', 'reseau'))
}

const statusFor = async (device: Device | null, type: CommandType): Promise<number> => {
  const command = await prepare(type)
  if (device !== null) return (await server.command(device, command)).status
  return (await server.ask('POST', '/api/forums/essai/commands', { body: { id: randomUUID(), command } })).status
}

describe('I2 a role does what its role may', () => {
  test.each(types)('nobody without a name may %s', async (type) => {
    expect(await statusFor(null, type)).toBe(401)
  })

  test.each(types)('who is not the host may %s or not', async (type) => {
    expect(await statusFor(other, type)).toBe(rows[type].may === 'anyone' ? 200 : 403)
  })

  test.each(types)('the host may %s or not', async (type) => {
    expect(await statusFor(host, type)).toBe(rows[type].may === 'team' ? 403 : 200)
  })

  test.each(types)('the team may %s', async (type) => {
    expect(await statusFor(team, type)).toBe(200)
  })
})
