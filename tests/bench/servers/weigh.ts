import { setImmediate as turn } from 'node:timers/promises'

/*
 * Loaded before a server (`--import`), which needs `--expose-gc`: on SIGUSR2 it throws away all that nobody holds and
 * prints what is left, in bytes.
 */
process.on('SIGUSR2', async () => {
  for (let n = 0; n < 4; n += 1) {
    // The last resort also gives the emptied pages back.
    globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
    await turn()
  }
  const { rss, heapUsed, external } = process.memoryUsage()
  console.log(`weight ${rss} ${heapUsed + external}`)
})
