import { createInterface } from 'node:readline'
import { commit } from '../../../db/commit.ts'
import { openDatabase } from '../../../db/open.ts'
import { sampleBatch, sampleEntry, samplePlacement } from './samples.ts'

/**
 * A second process on the file named first, called by the name given next. Each line of its input is a list of forum ids:
 * it claims the same cell in each of them, in one commit, and prints the results.
 */
const [file = '', name = ''] = process.argv.slice(2)
const db = await openDatabase(file)
console.log('ready')
for await (const line of createInterface({ input: process.stdin })) {
  const batches = line.split(' ').map((forumId) =>
    sampleBatch(Number(forumId), 0, [samplePlacement(name, 'b102', 100, 200)], {
      entries: [sampleEntry(1, { commandId: name, by: name })],
    }),
  )
  const results = await commit(db, batches)
  console.log(results.map(({ type }) => type).join(' '))
}
await db.destroy()
