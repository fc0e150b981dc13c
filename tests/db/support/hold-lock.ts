import { lockDataFolder } from '../../../db/lock.ts'

/** Locks the folder named on the command line, says how that went, and holds it until its input ends. */
const lock = await lockDataFolder(process.argv[2] ?? '')
console.log(lock.type)
process.stdin.resume().on('end', async () => {
  if (lock.type === 'locked') await lock.release()
})
