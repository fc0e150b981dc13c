import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { boardToJson } from '../../../shared/board-json.ts'
import { type Command, type CommandType, commandSchemas } from '../../../shared/commands/command.schema.ts'
import { clientMessageSchemas } from '../../../shared/protocol.schema.ts'
import { type ClientMessage, PROTOCOL } from '../../../shared/protocol.ts'
import { before } from '../../support/boards.ts'
import { handPhone } from '../../support/socket-pair.ts'
import { type TestApp, testApp } from '../../support/test-app.ts'
import { virtualTime } from '../../support/virtual-time.ts'
import { exampleOf, forumForExamples, making, own } from './example-commands.ts'
import { type ForumOfRoles, personBehind, type Role, roles } from './forums-of-roles.ts'

/*
 * Every message that a phone may say × everybody who may hold a token, generated from the schemas: what is said are the
 * examples that the schemas themselves give. tests/server/http/roles.test.ts asks the same of the HTTP side.
 */

/** Who may: `anyone` with a name, the `hosts` and the team, the `hosts alone`, or the `team` alone. */
type May = 'anyone' | 'hosts' | 'hosts alone' | 'team'

const nobody = {
  visitor: 'not-joined',
  erased: 'not-joined',
  'foreign participant': 'not-joined',
  'foreign facilitator': 'not-joined',
} as const

/** The answer to each: its own entry, or why not. A revoked link leaves a participant. */
const answers = {
  anyone: { ...nobody, revoked: 'entries', participant: 'entries', host: 'entries', facilitator: 'entries' },
  hosts: { ...nobody, revoked: 'actor-may', participant: 'actor-may', host: 'entries', facilitator: 'entries' },
  'hosts alone': {
    ...nobody,
    revoked: 'actor-may',
    participant: 'actor-may',
    host: 'entries',
    facilitator: 'hosts-decide',
  },
  team: { ...nobody, revoked: 'actor-may', participant: 'actor-may', host: 'actor-may', facilitator: 'entries' },
} as const satisfies Record<May, Record<Role, string>>

/** By each command. A new type without a line here neither compiles nor passes. */
const may = {
  propose: 'anyone',
  'take-over': 'anyone',
  undo: 'anyone',
  edit: 'hosts',
  withdraw: 'hosts',
  claim: 'hosts',
  move: 'hosts',
  release: 'hosts',
  unmerge: 'hosts',
  split: 'hosts',
  repeat: 'hosts',
  offer: 'hosts',
  'withdraw-offer': 'hosts',
  'step-back': 'hosts alone',
  'answer-offer': 'hosts alone',
  lock: 'team',
  unlock: 'team',
  'frame-forum': 'team',
  'set-mode': 'team',
  'add-room': 'team',
  'edit-room': 'team',
  'remove-room': 'team',
  'order-rooms': 'team',
  'add-slot': 'team',
  'edit-slot': 'team',
  'remove-slot': 'team',
  'label-day': 'team',
  'set-cells': 'team',
  'add-collective': 'team',
  'edit-collective': 'team',
  'remove-collective': 'team',
  'open-door': 'team',
  'close-door': 'team',
  'schedule-door': 'team',
  'set-rule': 'team',
  'set-figures': 'team',
  'drop-out': 'team',
  restore: 'team',
} as const satisfies Record<Command['type'], May>

const time = virtualTime(before)
let server: TestApp
let foreign: Parameters<typeof forumForExamples>[2]
beforeAll(async () => {
  server = await testApp({ clock: time })
  // A hundred forums are made, and nobody cuts the power.
  await sql`pragma synchronous = off`.execute(server.database.db)
  foreign = { participant: await server.join('D’ailleurs'), facilitator: await server.joinTeam('D’ailleurs aussi') }
})
afterAll(() => server.close())

let forums = 0
const freshForum = (): Promise<ForumOfRoles> => {
  forums += 1
  return forumForExamples(server.services, `forum-${forums}`, foreign)
}

/** What a phone of this role hears when it says this, greeted. */
const answerTo = async (made: ForumOfRoles, role: Role, message: object): Promise<string> => {
  const phone = handPhone(made.forum, time, { person: await personBehind(made.forum, made, role) })
  phone.hello()
  phone.flush()
  phone.say(JSON.stringify(message))
  for (;;) {
    await new Promise((resolve) => setImmediate(resolve))
    made.forum.hub.hurry()
    const [first] = phone.flush()
    if (first === undefined) continue
    phone.peer.closed()
    return first.type === 'refused' ? first.refusal.code : first.type
  }
}

const types = Object.keys(commandSchemas) as CommandType[]

describe('I2 each command of the socket, by who says it', () => {
  test.each(types)('I2 %s', async (type) => {
    const expected: Readonly<Record<Role, string>> = answers[may[type]]
    const heard: Record<string, string> = {}
    const shared = await freshForum()
    const said = { ...exampleOf(type), ...(await making[type]?.(shared, 'visitor')) }
    const untouched = JSON.stringify(boardToJson(shared.forum.board.board))
    for (const role of roles) {
      if (expected[role] === 'entries') {
        const made = await freshForum()
        const command = { ...said, ...(await making[type]?.(made, role)) }
        heard[role] = await answerTo(made, role, { type: 'command', id: randomUUID(), command })
      } else {
        heard[role] = await answerTo(shared, role, { type: 'command', id: randomUUID(), command: said })
      }
    }
    expect(heard).toEqual(expected)
    // Whoever was refused has changed nothing.
    expect(JSON.stringify(boardToJson(shared.forum.board.board))).toBe(untouched)
  })

  test('I2 every command of the schemas has its row, and no other', () => {
    expect(Object.keys(may).sort()).toEqual([...types].sort())
  })
})

describe('I2 each message of the socket, by who says it', () => {
  const everybody = (answer: string) => Object.fromEntries(roles.map((role) => [role, answer]))
  const rows = {
    hello: { says: { epoch: '', seq: 0, protocol: PROTOCOL }, hears: everybody('resync') },
    ping: { says: {}, hears: everybody('pong') },
    star: {
      says: { id: '', sessionId: own, on: true },
      hears: { ...everybody('starred'), ...nobody },
    },
    command: {
      says: { id: '', command: { type: 'open-door', door: 'claim' } },
      hears: answers.team,
    },
  } as const satisfies Record<ClientMessage['type'], object>

  test.each(Object.keys(clientMessageSchemas) as ClientMessage['type'][])('I2 %s', async (type) => {
    const { says, hears } = rows[type]
    const made = await freshForum()
    const heard: Record<string, string> = {}
    for (const role of roles) {
      const id = 'id' in says ? { id: randomUUID() } : {}
      heard[role] = await answerTo(made, role, { type, ...says, ...id })
    }
    expect(heard).toEqual(hears)
  })

  test('I2 every message of the schemas has its row, and no other', () => {
    expect(Object.keys(rows).sort()).toEqual(Object.keys(clientMessageSchemas).sort())
  })
})
