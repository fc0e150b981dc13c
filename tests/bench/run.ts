import { cpus, totalmem } from 'node:os'
import { board } from './board.ts'
import { checks } from './checks.ts'
import { claims } from './claims.ts'
import { fanout } from './fanout.ts'
import { firstPaint } from './first-paint.ts'
import { secondVisit } from './second-visit.ts'

/*
 * npm run bench -- board      tap to optimistic card, frames while carrying, on a slow phone (G11)
 * npm run bench -- checks     all rules on a large board, and one move (G18)
 * npm run bench -- claims     one cell against many, claims per commit, claim to answer (G8, G9)
 * npm run bench -- fanout     commit to the last of a thousand phones, against bare ws and Socket.IO (G1)
 * npm run bench -- first-paint  until a phone on a bad line reads the agenda (G15)
 * npm run bench -- second-visit  until a phone without a network reads it again (G16)
 */
const benches: ReadonlyMap<string, () => Promise<boolean>> = new Map([
  ['board', board],
  ['checks', checks],
  ['claims', claims],
  ['fanout', fanout],
  ['first-paint', firstPaint],
  ['second-visit', secondVisit],
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
