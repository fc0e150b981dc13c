import { cpus, totalmem } from 'node:os'
import { board } from './board.ts'
import { burst } from './burst.ts'
import { checks } from './checks.ts'
import { claims } from './claims.ts'
import { fanout } from './fanout.ts'
import { firstPaint } from './first-paint.ts'
import { memory } from './memory.ts'
import { restart } from './restart.ts'
import { secondVisit } from './second-visit.ts'
import { wifi } from './wifi.ts'

/*
 * npm run bench -- board      tap to optimistic card, frames while carrying, on a slow phone (G11)
 * npm run bench -- burst      35 commits a second to a thousand phones, and what a phone is sent (G3, G4)
 * npm run bench -- checks     all rules on a large board, and one move (G18)
 * npm run bench -- claims     one cell against many, claims per commit, claim to answer (G8, G9)
 * npm run bench -- fanout     commit to the last of a thousand phones, against bare ws and Socket.IO (G1)
 * npm run bench -- first-paint  until a phone on a bad line reads the agenda (G15)
 * npm run bench -- memory     one more idle phone, against bare ws and Socket.IO (G2)
 * npm run bench -- restart    a thousand phones after SIGTERM and SIGKILL, and what they cost the database (G6)
 * npm run bench -- second-visit  until a phone without a network reads it again (G16)
 * npm run bench -- wifi       a thousand phones, each cut every fifteen seconds, against bare ws and Socket.IO (G5)
 */
const benches: ReadonlyMap<string, () => Promise<boolean>> = new Map([
  ['board', board],
  ['burst', burst],
  ['checks', checks],
  ['claims', claims],
  ['fanout', fanout],
  ['first-paint', firstPaint],
  ['memory', memory],
  ['restart', restart],
  ['second-visit', secondVisit],
  ['wifi', wifi],
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
