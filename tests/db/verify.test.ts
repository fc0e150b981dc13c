import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { backupTo, verifyBackup } from '../../db/backup.ts'
import { Breath } from '../../db/breath.ts'
import { findMismatches, foldOn, unwritten } from '../../db/verify.ts'
import { createForum } from '../../server/board/create-forum.ts'
import { createCore } from '../../server/core.ts'
import { silentLog } from '../../server/log.ts'
import type { Core } from '../../server/services.ts'
import { before, claim, propose } from '../support/boards.ts'
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts'
import { runningClock } from '../support/test-clock.ts'
import { slotId, testPlan } from '../support/test-plan.ts'

let temporary: TemporaryDatabase
let core: Core
beforeEach(async () => {
  temporary = await temporaryDatabase()
  core = await createCore(temporary.db, runningClock(before), silentLog)
})
afterEach(() => temporary.remove())

const lively = async (slug: string) => {
  const made = await createForum(core, testPlan, slug)
  if (made.type === 'refused') throw new Error(made.refusal.code)
  const { forum, team } = made
  const actor = { personId: team.id, role: team.role }
  const steps = [{ type: 'open-door', door: 'claim' } as const, propose(1), claim(1, 'b101', slotId('0930'))]
  for (const [n, command] of steps.entries()) await forum.board.submit({ id: `${slug}-${n}`, command, actor })
  return forum
}

describe('L6, L10 the log, folded where it lies', () => {
  test('L6 gives the live board, in whatever pieces, and stops where it is told to', async () => {
    const { id, board } = await lively('un')
    const whole = await foldOn(core.db, id, unwritten)
    expect(whole).toEqual({ board: board.board, seq: board.seq })
    for (const upTo of [0, 1, 3, board.seq - 1]) {
      const begun = await foldOn(core.db, id, unwritten, { upTo })
      expect([upTo, begun.seq]).toEqual([upTo, upTo])
      expect(await foldOn(core.db, id, begun)).toEqual(whole)
    }
  })

  test('L10 a forum whose placements are not its log’s is named, and the others are not', async () => {
    await lively('un')
    const { id } = await lively('deux')
    expect(await findMismatches(core.db)).toEqual([])
    await sql`update placement set end_at = end_at + 1 where forum_id = ${id}`.execute(core.db)
    expect(await findMismatches(core.db)).toEqual(['deux'])
  })

  test('L12 a backup is checked as it would be served, and checking leaves nothing beside it', async () => {
    await lively('un')
    const file = temporary.folder.file('copy.db')
    await backupTo(core.db, file)
    expect(await verifyBackup(file)).toEqual([])
    await sql`delete from placement`.execute(core.db)
    const wrong = temporary.folder.file('wrong.db')
    await backupTo(core.db, wrong)
    expect(await verifyBackup(wrong)).toEqual(['un'])
  })
})

test('L10 work in slices waits when its slice is spent, and not before', async () => {
  let now = 0
  let turns = 0
  const breath = new Breath({
    now: () => now,
    turn: async () => {
      turns += 1
    },
  })
  expect(breath.take()).toBeNull()
  now = 1.9
  expect(breath.take()).toBeNull()
  now = 2
  await breath.take()
  expect([turns, breath.take()]).toEqual([1, null])
})
