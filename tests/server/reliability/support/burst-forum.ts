import { addPerson } from '../../../../db/people.ts'
import { createForum } from '../../../../server/board/create-forum.ts'
import { createCore } from '../../../../server/core.ts'
import { silentLog } from '../../../../server/log.ts'
import { openStore } from '../../../../server/store.ts'
import { before } from '../../../support/boards.ts'
import { runningClock } from '../../../support/test-clock.ts'
import { testPlan } from '../../../support/test-plan.ts'

/** Makes the forum that `burst.ts` writes to: open, with ten people. */
export const makeBurstForum = async (dataDir: string): Promise<void> => {
  const db = await openStore(dataDir)
  const core = await createCore(db, runningClock(before), silentLog)
  const made = await createForum(core, testPlan, 'essai')
  if (made.type === 'refused') throw new Error(made.refusal.code)
  const { forum, team } = made
  const actor = { personId: team.id, role: team.role }
  await forum.board.submit({ id: 'open', command: { type: 'open-door', door: 'claim' }, actor })
  for (let n = 0; n < 10; n += 1) {
    const person = {
      id: `p${n}`,
      name: `P${n}`,
      role: 'participant',
      tokenHash: null,
      linkId: null,
      at: before,
    } as const
    await addPerson(db, forum.id, person)
  }
  await core.committer.idle()
  await db.destroy()
}
