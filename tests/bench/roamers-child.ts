import { setTimeout as pause } from 'node:timers/promises'
import { seededRandom } from '../support/random.ts'
import { benchTime } from './bench-time.ts'
import { ownPhone } from './own-phone.ts'
import { type BenchPhone, type Ears, socketIoPhone, wsPhone } from './peer-phones.ts'
import type { Coming, PhoneReport, RoamersQuestion, Settling } from './roamers.ts'

interface Watched {
  readonly phone: BenchPhone
  readonly dialed: number[]
  readonly opened: number[]
  readonly ready: number[]
  /** When what was first seen. */
  readonly seen: Map<string, number>
}

const roamers: Watched[] = []
/** They come in such groups; all at once would only fill the system's own queue of new lines. */
const group = 50

const makePhone = ({ kind, origins, slug, tokens, seed }: Coming, n: number, ears: Ears): BenchPhone => {
  const origin = origins[n] ?? ''
  const random = seededRandom(seed + n).next
  switch (kind) {
    case 'forum-ouvert':
      return ownPhone({ origin, slug, token: tokens[n] ?? '', random }, ears)
    case 'bare ws':
      return wsPhone(origin, random, ears)
    case 'Socket.IO':
      return socketIoPhone(origin, ears)
    default:
      return kind satisfies never
  }
}

const arrive = (coming: Coming, n: number): Promise<void> =>
  new Promise((resolve) => {
    const dialed: number[] = []
    const opened: number[] = []
    const ready: number[] = []
    const seen = new Map<string, number>()
    const phone = makePhone(coming, n, {
      dialed: () => dialed.push(benchTime()),
      opened: () => opened.push(benchTime()),
      ready: () => {
        ready.push(benchTime())
        resolve()
      },
      saw: (id) => {
        if (!seen.has(id)) seen.set(id, benchTime())
      },
    })
    roamers.push({ phone, dialed, opened, ready, seen })
  })

const come = async (coming: Coming): Promise<void> => {
  const numbers = coming.origins.map((_, n) => n)
  while (numbers.length > 0) await Promise.all(numbers.splice(0, group).map((n) => arrive(coming, n)))
}

const settle = async ({ wanted, since, milliseconds }: Settling): Promise<readonly PhoneReport[]> => {
  const until = benchTime() + milliseconds
  const isThere = ({ phone, ready }: Watched): boolean => (ready.at(-1) ?? 0) > since && wanted.every(phone.holds)
  while (!roamers.every(isThere) && benchTime() < until) await pause(100)
  return roamers.map(({ phone, dialed, opened, ready, seen }) => ({
    dialed,
    opened,
    ready,
    held: Float64Array.from(wanted, (id) => (phone.holds(id) ? (seen.get(id) ?? Number.NaN) : Number.NaN)),
    digest: phone.digest(),
  }))
}

process.on('message', (question: RoamersQuestion) => {
  const answer = question.type === 'come' ? come(question).then(() => true) : settle(question)
  void answer.then((said) => process.send?.(said))
})
// Whoever asked is gone.
process.once('disconnect', () => process.exit())
