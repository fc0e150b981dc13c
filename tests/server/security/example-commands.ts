import { randomUUID } from 'node:crypto'
import type { Services } from '../../../server/services.ts'
import { type Command, type CommandType, commandSchemas } from '../../../shared/commands/command.schema.ts'
import type { ForumPlan } from '../../../shared/plan.schema.ts'
import { testPlan } from '../../support/test-plan.ts'
import { type ForumOfRoles, forumOfRoles, type Role } from './forums-of-roles.ts'

/** The sessions and the offer that the schemas' examples speak of. */
export const own = '0b7c9a52-6f0e-4d4e-9a54-3f0f5c1f7c11'
const guests = '7d1f2f0e-4f6a-4c52-8f0b-0d5b0a7b9c22'
export const offerId = '3f5a0f57-27a7-4b53-a6a4-8b6d0c3f2b10'

const slot = (start: string, end: string) => ({ start, end, kind: 'open', label: '' }) as const

/** Rooms and slots that the examples name. */
const plan: ForumPlan = {
  ...testPlan,
  rooms: ['B101', 'B102', 'B103', 'Hall', 'Fablab'].flatMap((name) =>
    testPlan.rooms.slice(0, 1).map((room) => ({ ...room, name })),
  ),
  days: [
    { date: '2024-07-02', label: '', slots: [slot('14:00', '15:00')] },
    {
      date: '2024-07-03',
      label: '',
      slots: [slot('11:00', '12:00'), slot('13:30', '14:30'), slot('15:00', '16:00')],
    },
  ],
}

type Making = (made: ForumOfRoles, role: Role) => Promise<object | undefined>

const at = (sessionId: string, roomId: string, slotId: string): Command => ({
  type: 'claim',
  sessionId,
  roomId,
  slotId,
})
const addCollective = (collectiveId: string): Making => {
  return async ({ submit, tokens }) => {
    await submit(tokens.facilitator.person, { type: 'add-collective', collectiveId, name: 'Réseau' })
    return undefined
  }
}
const proposeGuests: Making = async ({ submit, tokens }) => {
  await submit(tokens.guest.person, { type: 'propose', sessionId: guests, title: 'D’une autre' })
  await submit(tokens.guest.person, at(guests, 'hall', '2024-07-03-1330'))
  return undefined
}
const offerBy = (who: 'host' | 'guest'): Making => {
  const [fromId, toId] = who === 'host' ? [own, guests] : [guests, own]
  return async (made, role) => {
    await proposeGuests(made, role)
    await made.submit(made.tokens[who].person, { type: 'offer', offerId, kind: 'swap', fromId, toId })
    return undefined
  }
}

/** What must be there before the example makes sense, and what it must say otherwise than the example. */
export const making: Readonly<Partial<Record<CommandType, Making>>> = {
  propose: async () => ({ sessionId: guests }),
  'take-over': async ({ submit, tokens }) => {
    await submit(tokens.host.person, { type: 'propose', sessionId: guests, title: 'Sans hôte', seeking: true })
    return { sessionId: guests }
  },
  undo: async ({ submit, tokens }, role) => {
    const commandId = randomUUID()
    const who = tokens[role === 'visitor' ? 'host' : role].person
    const isHere = role === 'revoked' || role === 'participant' || role === 'host' || role === 'facilitator'
    if (isHere) await submit(who, { type: 'propose', sessionId: guests, title: 'À reprendre' }, commandId)
    return { commandId }
  },
  split: async () => ({ hosts: [] }),
  unmerge: async (made, role) => {
    await proposeGuests(made, role)
    const { submit, tokens } = made
    await submit(tokens.facilitator.person, { type: 'set-mode', mode: 'barcamp' })
    await submit(tokens.facilitator.person, { type: 'offer', offerId, kind: 'merge', fromId: own, toId: guests })
    return undefined
  },
  offer: proposeGuests,
  'answer-offer': offerBy('guest'),
  'withdraw-offer': offerBy('host'),
  unlock: async ({ submit, tokens }) => {
    await submit(tokens.facilitator.person, { type: 'lock', sessionId: own })
    return undefined
  },
  'add-room': async () => ({ roomId: 'b104', name: 'B104' }),
  'order-rooms': async () => ({ roomIds: ['b102', 'b101', 'hall', 'fablab', 'b103'] }),
  'add-slot': async () => ({ slotId: 'soir', start: '18:00', end: '19:00' }),
  'set-cells': addCollective('reseaux'),
  'edit-collective': addCollective('tiers-lieux'),
  'remove-collective': addCollective('tiers-lieux'),
  'drop-out': async ({ submit, tokens }) => {
    await submit(tokens.host.person, at(own, 'b102', '2024-07-03-1100'))
    return undefined
  },
  restore: async ({ forum, submit, tokens }) => {
    const { seq } = forum.board
    await submit(tokens.host.person, { type: 'release', sessionId: own })
    return { seq }
  },
}

/** A forum in which most of the examples can be done: the host's session stands on the board. */
export const forumForExamples = async (
  services: Services,
  slug: string,
  foreign: Parameters<typeof forumOfRoles>[3],
): Promise<ForumOfRoles> => {
  const made = await forumOfRoles(services, plan, slug, foreign)
  await made.submit(made.tokens.host.person, { type: 'propose', sessionId: own, title: 'Le nôtre' })
  await made.submit(made.tokens.host.person, at(own, 'b101', '2024-07-03-1330'))
  return made
}

/** The first of the examples that a command's schema gives. */
export const exampleOf = (type: CommandType): object => {
  const schema: object = commandSchemas[type]
  if (!('examples' in schema && Array.isArray(schema.examples))) throw new Error(`${type} has no example`)
  return schema.examples[0]
}
