import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TemporaryFolder, temporaryFolder } from '../../support/temporary-database.ts'
import { makeBurstForum } from './support/burst-forum.ts'
import { killRounds } from './support/killed-burst.ts'

/** In two lanes, each on a database of its own that is killed again and again. The soak has five hundred. */
const roundsPerLane = 50

let folder: TemporaryFolder
beforeEach(async () => {
  folder = await temporaryFolder()
})
afterEach(() => folder.remove())

test('L14 kill -9 in a burst, a hundred times: every acknowledged entry is there, the board is what the log says', {
  timeout: 900_000,
}, async () => {
  const lanes = ['one', 'two'].map(async (name) => {
    const dataDir = folder.file(name)
    await makeBurstForum(dataDir)
    return killRounds(dataDir, roundsPerLane)
  })
  for (const { acknowledged, seq, faults } of await Promise.all(lanes)) {
    expect(faults).toEqual([])
    expect(acknowledged).toBeGreaterThan(roundsPerLane)
    expect(seq).toBeGreaterThanOrEqual(acknowledged)
  }
})
