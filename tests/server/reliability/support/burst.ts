import { randomInt, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { createCore } from '../../../../server/core.ts'
import { silentLog } from '../../../../server/log.ts'
import { openStore } from '../../../../server/store.ts'
import type { Command } from '../../../../shared/commands/command.schema.ts'
import { before } from '../../../support/boards.ts'
import { runningClock } from '../../../support/test-clock.ts'

/**
 * Acts on the forum "essai" of the data folder named first, as fast as it can, ten at a time, and prints the id of each
 * command that was acknowledged. `synchronous` is named next: what the server never sets, to see what it would lose.
 */
const [dataDir = '', synchronous = 'full'] = process.argv.slice(2)
const db = await openStore(dataDir)
await sql.raw(`pragma synchronous = ${synchronous}`).execute(db)
const core = await createCore(db, runningClock(before), silentLog)
const forum = await core.forums.find('essai')
if (forum === null) throw new Error('there is no forum to write to')
const { board, people } = forum

const pick = <T>(items: readonly T[]): T | undefined => items[randomInt(Math.max(1, items.length))]

const next = (n: number): Command => {
  const { sessions, rooms, slots, placements } = board.board
  const sessionId = pick([...sessions.keys()])
  if (sessions.size < 30 || sessionId === undefined) {
    return { type: 'propose', sessionId: randomUUID(), title: `Sujet ${n}` }
  }
  const roomId = pick([...rooms.keys()]) ?? ''
  const slotId = pick([...slots.keys()]) ?? ''
  if (n % 3 === 0) return { type: 'edit', sessionId, title: `Sujet ${n}` }
  if (n % 7 === 0 && placements.has(sessionId)) return { type: 'release', sessionId }
  const type = placements.has(sessionId) ? 'move' : 'claim'
  return { type, sessionId, roomId, slotId }
}

const act = async (first: number): Promise<void> => {
  for (let n = first; ; n += 10) {
    const id = randomUUID()
    const personId = people.all[n % people.size]?.id ?? ''
    const answer = await board.submit({ id, command: next(n), actor: { personId, role: 'facilitator' } })
    if (answer.type === 'accepted') process.stdout.write(`${id}\n`)
    else await new Promise((resolve) => setImmediate(resolve))
  }
}

console.log('ready')
await Promise.all(Array.from({ length: 10 }, (_, first) => act(first)))
