import { cpus, totalmem } from 'node:os'
import { claims } from './claims.ts'
import { fanout } from './fanout.ts'

/*
 * npm run bench -- claims     one cell against many, claims per commit, claim to answer (G8, G9)
 * npm run bench -- fanout     commit to the last of a thousand phones, against bare ws and Socket.IO (G1)
 */
const benches: ReadonlyMap<string, () => Promise<boolean>> = new Map([
  ['claims', claims],
  ['fanout', fanout],
])

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !benches.has(name))
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${[...benches.keys()].join(', ')}.`)
  process.exit(1)
}

console.log(`${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`)
let met = true
for (const name of asked.length === 0 ? benches.keys() : asked) met = ((await benches.get(name)?.()) ?? true) && met
process.exit(met ? 0 : 1)
