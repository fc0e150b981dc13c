import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CommandType, commandSchemas } from '../../../shared/commands/command.schema.ts'
import { before, claim, propose, sessionId } from '../../support/boards.ts'
import { type Device, type TestApp, testApp } from '../../support/test-app.ts'
import { slotId } from '../../support/test-plan.ts'
import { virtualTime } from '../../support/virtual-time.ts'

/**
 * Who may: `anyone` with a name, the `hosts` of the session (and the team), its `hosts alone`, since nobody agrees or steps
 * back in their name, or the `team` alone.
 */
type May = 'anyone' | 'hosts' | 'hosts alone' | 'team'

/** A command of each type, and who may send it. A new type without a line here does not compile. */
const rows: Readonly<Record<CommandType, { readonly may: May; readonly command: object }>> = {
  propose: { may: 'anyone', command: { type: 'propose', title: 'Sujet' } },
  edit: { may: 'hosts', command: { type: 'edit', sessionId: sessionId(1), title: 'Autre' } },
  claim: { may: 'hosts', command: claim(1, 'b101', slotId('0930')) },
  move: { may: 'hosts', command: { ...claim(1, 'b102', slotId('0930')), type: 'move' } },
  release: { may: 'hosts', command: { type: 'release', sessionId: sessionId(1) } },
  withdraw: { may: 'hosts', command: { type: 'withdraw', sessionId: sessionId(1) } },
  unmerge: { may: 'hosts', command: { type: 'unmerge' } },
  split: { may: 'hosts', command: { type: 'split', sessionId: sessionId(1), title: 'Moitié', hosts: [] } },
  repeat: { may: 'hosts', command: { type: 'repeat', sessionId: sessionId(1) } },
  'take-over': { may: 'anyone', command: { type: 'take-over' } },
  'step-back': { may: 'hosts alone', command: { type: 'step-back' } },
  offer: { may: 'hosts', command: { type: 'offer', kind: 'merge' } },
  'answer-offer': { may: 'hosts alone', command: { type: 'answer-offer', answer: 'accept' } },
  'withdraw-offer': { may: 'hosts', command: { type: 'withdraw-offer' } },
  undo: { may: 'anyone', command: { type: 'undo' } },
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
  'set-rule': { may: 'team', command: { type: 'set-rule', rule: 'room-equipped', level: 'hint' } },
  'set-figures': { may: 'team', command: { type: 'set-figures', offerMinutes: 10 } },
  'drop-out': {
    may: 'team',
    command: { type: 'drop-out', loss: { type: 'room', roomId: 'b102', slotIds: [slotId('1045')] }, moves: [] },
  },
  restore: { may: 'team', command: { type: 'restore', what: { type: 'wall' } } },
}

const types = Object.keys(commandSchemas) as CommandType[]

const time = virtualTime(before)
let server: TestApp
let host: Device
let other: Device
let third: Device
let team: Device

beforeAll(async () => {
  server = await testApp({ clock: time })
  host = await server.join('Hôte')
  other = await server.join('Autre')
  third = await server.join('Tierce')
  team = await server.joinTeam('Camille')
  await server.command(team, { type: 'add-collective', collectiveId: 'reseau', name: 'Réseau' })
})
afterAll(() => server.close())

let made = 100

/** A new session of somebody's. @returns its id */
const sessionOf = async (device: Device, more: Parameters<typeof propose>[1] = {}): Promise<string> => {
  made += 1
  await server.command(device, propose(made, more))
  return sessionId(made)
}

/** An offer to merge that waits for its answer. @returns its id */
const offerBetween = async (maker: Device, answerer: Device): Promise<string> => {
  const offerId = randomUUID()
  const [fromId, toId] = [await sessionOf(maker), await sessionOf(answerer)]
  await server.command(maker, { type: 'offer', offerId, kind: 'merge', fromId, toId })
  return offerId
}

/** What a command names that is new each time, since most of it can be done once only. */
const named: Partial<Record<CommandType, (who: Device | null) => Promise<object>>> = {
  propose: async () => ({ sessionId: randomUUID() }),
  withdraw: async () => ({ sessionId: await sessionOf(host) }),
  split: async () => ({ newId: randomUUID() }),
  repeat: async () => ({ newId: randomUUID() }),
  unmerge: async () => {
    const fromId = await sessionOf(host)
    await server.command(host, { type: 'offer', offerId: randomUUID(), kind: 'merge', fromId, toId: sessionId(1) })
    return { sessionId: fromId }
  },
  'take-over': async () => ({ sessionId: await sessionOf(host, { seeking: true }) }),
  'step-back': async () => ({ sessionId: await sessionOf(host) }),
  offer: async () => ({
    offerId: randomUUID(),
    fromId: await sessionOf(host),
    toId: await sessionOf(third),
  }),
  'answer-offer': async () => ({ offerId: await offerBetween(third, host) }),
  'withdraw-offer': async () => ({ offerId: await offerBetween(host, third) }),
  undo: async (who) => {
    const commandId = randomUUID()
    if (who !== null) await server.command(who, { ...propose(1), sessionId: randomUUID() }, commandId)
    return { commandId }
  },
  restore: async () => {
    await server.command(host, claim(1, 'b101', slotId('0930')))
    const { seq } = server.forum.board
    await server.command(host, { type: 'release', sessionId: sessionId(1) })
    return { seq }
  },
}

/** The command as it is now: the session of the row exists and, where it is to move, is placed. */
const prepare = async (type: CommandType, who: Device | null): Promise<object> => {
  const { command } = rows[type]
  // Nobody is slowed for the length of this table.
  time.advance(20_000)
  await server.command(host, propose(1))
  if (type === 'move' || type === 'release') await server.command(host, claim(1, 'b101', slotId('0930')))
  return { ...JSON.parse(JSON.stringify(command).replace('réseau', 'reseau')), ...(await named[type]?.(who)) }
}

const statusFor = async (device: Device | null, type: CommandType): Promise<number> => {
  const command = await prepare(type, device)
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

  test.each(types)('the team may %s or not', async (type) => {
    expect(await statusFor(team, type)).toBe(rows[type].may === 'hosts alone' ? 409 : 200)
  })
})
