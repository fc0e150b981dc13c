import { commit } from '../../../db/commit.ts'
import { openDatabase } from '../../../db/open.ts'
import { sampleEntry, samplePlacement } from './samples.ts'

/** Commits to forum 1 of the file named as fast as it can, three entries at a time, and prints the last seq of each commit. */
const db = await openDatabase(process.argv[2] ?? '')
for (let seq = 0; ; seq += 3) {
  const entries = [sampleEntry(seq + 1), sampleEntry(seq + 2), sampleEntry(seq + 3)]
  const placed = [samplePlacement(`s${seq + 3}`, 'b102', seq, seq + 3)]
  const [result] = await commit(db, [{ forumId: 1, expectedSeq: seq, entries, placed, unplaced: [] }])
  process.stdout.write(`${result?.type} ${seq + 3}\n`)
}
