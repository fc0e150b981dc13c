import { type ChaosProxy, chaosProxy } from '../support/chaos-proxy.ts'
import { seededRandom } from '../support/random.ts'
import { type AirQuestion, isCutSilently, type Outages } from './air.ts'

let proxies: readonly ChaosProxy[] = []
let isBad = false
let cuts = 0

const spread = async (target: string, phones: number): Promise<readonly string[]> => {
  proxies = await Promise.all(Array.from({ length: phones }, () => chaosProxy(target)))
  return proxies.map(({ origin }) => origin)
}

const worsen = (outages: Outages): void => {
  isBad = true
  for (const [phone, proxy] of proxies.entries()) {
    const random = seededRandom(outages.seed + phone)
    const cut = (): void => {
      if (!isBad) return
      cuts += 1
      proxy.answer('refuse')
      if (isCutSilently(phone, outages)) proxy.cutSilently()
      else proxy.reset()
      setTimeout(() => proxy.answer('server'), outages.away)
      setTimeout(cut, outages.every * (0.75 + random.next() / 2))
    }
    setTimeout(cut, outages.every * random.next())
  }
}

const answer = async (question: AirQuestion): Promise<unknown> => {
  switch (question.type) {
    case 'spread':
      return spread(question.target, question.phones)
    case 'worsen':
      worsen(question)
      return true
    case 'calm':
      isBad = false
      for (const proxy of proxies) proxy.answer('server')
      return cuts
    default:
      return question satisfies never
  }
}

process.on('message', (question: AirQuestion) => void answer(question).then((said) => process.send?.(said)))
// Whoever asked is gone.
process.once('disconnect', () => process.exit())
