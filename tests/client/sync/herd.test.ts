import { expect, test } from 'vitest'
import { backOff } from '../../../client/sync/back-off.ts'
import { heartbeat, makeConnection, type SocketEvents } from '../../../client/sync/connection.ts'
import { makeServerClock } from '../../../client/sync/server-clock.ts'
import { limits } from '../../../shared/limits.ts'
import { type ClientMessage, type GoodbyeReason, PROTOCOL, type ServerMessage } from '../../../shared/protocol.ts'
import { type Random, seededRandom } from '../../support/random.ts'
import { type VirtualTime, virtualTime } from '../../support/virtual-time.ts'
import { welcome } from '../support/phone.ts'

/* Catalogue 30: a thousand phones that lose one server at one moment, each with the real connection. */

const size = 1000
/** Milliseconds one way. */
const leastDelay = 10
const mostDelay = 60

/** `serves`; `gone`: the machine is there and nothing listens; `mute`: nothing answers at all. */
type Mood = 'serves' | 'gone' | 'mute'

interface Herd {
  readonly time: VirtualTime
  /** When somebody tried to open a socket, in order. */
  readonly tries: readonly number[]
  live(): number
  become(mood: Mood): void
  /** How many it takes at most; the others are told to come back after fifteen seconds. */
  hold(most: number): void
  /** Every line ends. */
  kill(): void
  /** Every line is told when to return, evenly over so many milliseconds, and ends. */
  goodbye(spread: number): void
}

interface Line {
  close(): void
  say(message: ServerMessage): void
}

const makeHerd = (random: Random): Herd => {
  const time = virtualTime(0)
  const tries: number[] = []
  const lines = new Set<Line>()
  let mood: Mood = 'serves'
  let most = Number.POSITIVE_INFINITY

  const open = (events: SocketEvents) => {
    const delay = leastDelay + random.next() * (mostDelay - leastDelay)
    let isOpen = true
    const arrive = (act: () => void) => void time.after(delay, () => isOpen && act())
    const line: Line = {
      close: () => {
        lines.delete(line)
        arrive(() => {
          isOpen = false
          events.closed()
        })
      },
      say: (message) => arrive(() => events.heard(JSON.stringify(message))),
    }
    const goodbye = (reason: GoodbyeReason, returnAfter: number) => {
      line.say({ type: 'goodbye', reason, returnAfter })
      line.close()
    }
    const greet = () => {
      if (lines.size >= most) return goodbye('too-many', 15_000)
      lines.add(line)
      line.say({ ...welcome(), serverTime: time.now() } as ServerMessage)
    }
    tries.push(time.now())
    if (mood === 'gone') line.close()
    if (mood === 'serves') arrive(() => events.opened())
    return {
      send: (text: string) =>
        arrive(() => {
          if (mood !== 'serves') return
          const message: ClientMessage = JSON.parse(text)
          if (message.type === 'hello') greet()
          if (message.type === 'ping') line.say({ type: 'pong', serverTime: time.now() })
        }),
      close: () => {
        lines.delete(line)
        isOpen = false
      },
    }
  }

  const all = Array.from({ length: size }, () =>
    makeConnection({
      open,
      timers: time,
      clock: makeServerClock(time, 0),
      random: random.next,
      common: () => '',
      hello: () => ({ type: 'hello', protocol: PROTOCOL, epoch: 'epoch-1', seq: 0, language: 'fr' }),
      onState: () => undefined,
      onMessage: () => undefined,
    }),
  )
  // They came over a minute, as people do.
  for (const phone of all) time.after(random.next() * 60_000, phone.restart)
  time.advance(70_000)
  tries.length = 0
  return {
    time,
    tries,
    live: () => all.filter((phone) => phone.state().type === 'live').length,
    become: (next) => {
      mood = next
    },
    hold: (next) => {
      most = next
    },
    kill: () => {
      for (const line of [...lines]) line.close()
    },
    goodbye: (spread) => {
      for (const line of [...lines]) {
        line.say({ type: 'goodbye', reason: 'restarting', returnAfter: Math.round(random.next() * spread) })
        line.close()
      }
    },
  }
}

/** Tries in each tenth of a second of a span. */
const histogram = (tries: readonly number[], from: number, to: number): readonly number[] => {
  const counts: number[] = Array(Math.ceil((to - from) / 100)).fill(0)
  for (const at of tries) {
    const index = Math.floor((at - from) / 100)
    if (at >= from && at < to) counts[index] = (counts[index] ?? 0) + 1
  }
  return counts
}

/** Moves on until all are live. @returns how long that took, in milliseconds */
const untilAllBack = ({ time, live }: Herd): number => {
  const begun = time.now()
  while (live() < size) {
    expect(time.now() - begun).toBeLessThan(60_000)
    time.advance(100)
  }
  return time.now() - begun
}

/**
 * In one tenth of a second: the first wait is drawn from half a second, so that a fifth of them try for the first time; a
 * tenth for the second time, a few for the third; and five standard deviations of these draws.
 */
const peak = 0.4 * size

test.each([1, 2, 3])(
  'P11 a thousand phones whose server was killed: no wall of tries, and all are back (seed %d)',
  (seed) => {
    const herd = makeHerd(seededRandom(seed))
    const { time, tries } = herd
    const begun = time.now()
    herd.become('gone')
    herd.kill()
    time.advance(20_000)
    const counts = histogram(tries, begun, time.now())
    expect(Math.max(...counts)).toBeLessThanOrEqual(peak)
    // The longer it is away, the more it is left alone.
    expect(tries.length / size).toBeLessThan(12)
    expect(Math.max(...counts.slice(100))).toBeLessThan(peak / 4)
    const tried = tries.length
    const back = time.now()
    herd.become('serves')
    // The longest wait there is, and the way there and back.
    expect(untilAllBack(herd)).toBeLessThanOrEqual(backOff.cap + 4 * mostDelay + 100)
    expect(tries.length - tried, 'the first try that is answered is the last').toBe(size)
    expect(Math.max(...histogram(tries, back, time.now()))).toBeLessThan(peak / 4)
  },
)

test('P11 a thousand phones whose server fell silent notice within nine seconds, and come back spread', () => {
  const herd = makeHerd(seededRandom(4))
  const { time, tries } = herd
  const begun = time.now()
  herd.become('mute')
  time.advance(heartbeat.silence + heartbeat.answer + 1000)
  expect(herd.live()).toBe(0)
  time.advance(20_000)
  expect(Math.max(...histogram(tries, begun, time.now()))).toBeLessThanOrEqual(peak)
  herd.become('serves')
  // Who has just begun a try that nobody answers gives it ten seconds.
  expect(untilAllBack(herd)).toBeLessThanOrEqual(limits.greetingMilliseconds + backOff.cap + 4 * mostDelay)
})

test('P11 a server that names times finds its phones coming evenly, though it is away for two seconds', () => {
  const herd = makeHerd(seededRandom(5))
  const { time, tries } = herd
  const spread = 6000
  const begun = time.now()
  herd.become('gone')
  herd.goodbye(spread)
  time.advance(2000)
  herd.become('serves')
  untilAllBack(herd)
  // Evenly it would be 17; the third whose time was too early tries about twice a second.
  expect(Math.max(...histogram(tries, begun, time.now()))).toBeLessThan(size / 10)
  expect(time.now() - begun).toBeLessThanOrEqual(spread + backOff.base + 4 * mostDelay + 100)
})

test('P11 I9 a full server is asked again after the time that it named, and never by all at once', () => {
  const herd = makeHerd(seededRandom(6))
  const { time, tries } = herd
  herd.hold(600)
  herd.kill()
  const begun = time.now()
  time.advance(60_000)
  expect(herd.live()).toBe(600)
  // Four hundred, each quarter of a minute at the most.
  expect(tries.length).toBeLessThanOrEqual(size + 400 * 4)
  expect(histogram(tries, begun + 2000, begun + 15_000).every((count) => count === 0)).toBe(true)
  // They were turned away within half a second, and come back ever wider apart.
  expect(Math.max(...histogram(tries, begun + 10_000, begun + 25_000))).toBeLessThan(70)
  expect(Math.max(...histogram(tries, begun + 25_000, begun + 60_000))).toBeLessThan(35)
  herd.hold(size)
  expect(untilAllBack(herd)).toBeLessThanOrEqual(15_000 + backOff.cap + 4 * mostDelay + 100)
})
