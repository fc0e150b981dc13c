import { busy } from './busy.ts'
import { kill } from './kill.ts'
import { memory } from './memory.ts'
import { restart } from './restart.ts'
import { sigterm } from './sigterm.ts'
import { wall } from './wall.ts'

/*
 * What takes longer than a test may. Each has a bound of its own, and another one if it is given a number.
 *
 * npm run soak -- busy [5]        other work for so many seconds each, with 10,000 entries: phones are answered meanwhile
 * npm run soak -- kill [500]      kill -9 in a burst, so many rounds: nothing acknowledged is lost
 * npm run soak -- memory [5]      phones that come, act and go for so many minutes: memory, handles and log stay bounded
 * npm run soak -- restart [10000] how long a start takes with so many entries
 * npm run soak -- sigterm [1000]  SIGTERM with so many phones: each told when to return, the process gone in ten seconds
 * npm run soak -- wall [24]       a wall in Chromium for so many hours, put forward: right at each, and no larger at the end
 */
const soaks: ReadonlyMap<string, { readonly run: (size: number) => Promise<boolean>; readonly size: number }> = new Map(
  [
    ['busy', { run: busy, size: 5 }],
    ['kill', { run: kill, size: 500 }],
    ['memory', { run: memory, size: 5 }],
    ['restart', { run: restart, size: 10_000 }],
    ['sigterm', { run: sigterm, size: 1000 }],
    ['wall', { run: wall, size: 24 }],
  ],
)

const [name = '', number] = process.argv.slice(2)
const soak = soaks.get(name)
const size = Number(number ?? soak?.size)
if (soak === undefined || !Number.isSafeInteger(size) || size < 1) {
  console.error(`Usage: npm run soak -- NAME [NUMBER]. There are: ${[...soaks.keys()].join(', ')}.`)
  process.exit(1)
}
const held = await soak.run(size)
console.log(held ? `${name} held` : `${name} FAILED`)
process.exit(held ? 0 : 1)
