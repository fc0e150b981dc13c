import { makeBurstForum } from '../server/reliability/support/burst-forum.ts'
import { killRounds } from '../server/reliability/support/killed-burst.ts'
import { temporaryFolder } from '../support/temporary-database.ts'

/** Kills a burst on one database again and again. @returns whether everything acknowledged was there, each time */
export const kill = async (rounds: number): Promise<boolean> => {
  const folder = await temporaryFolder()
  const dataDir = folder.file('data')
  await makeBurstForum(dataDir)
  const { acknowledged, seq, faults } = await killRounds(dataDir, rounds, (round, entries, milliseconds) => {
    if (round % 25 === 24)
      console.log(`round ${round + 1}: ${entries} entries, opened and checked in ${Math.round(milliseconds)} ms`)
  })
  console.log(`${rounds} rounds, ${acknowledged} acknowledged, ${seq} entries`)
  for (const fault of faults) console.log(fault)
  await folder.remove()
  return faults.length === 0
}
