import { openHandle } from '../../../../db/sqlite/handle.ts'

/** Holds the right to write to the database file named on the command line, until its input ends. */
const handle = await openHandle(process.argv[2] ?? '', 'write')
await handle.all('pragma busy_timeout = 10000')
await handle.all('begin immediate')
console.log('held')
process.stdin.resume().on('end', async () => {
  await handle.all('rollback')
  await handle.close()
})
