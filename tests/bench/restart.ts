import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '../../client/sync/new-id.ts'
import { freePort } from '../support/free-port.ts'
import { benchTime } from './bench-time.ts'
import { type Child, startChild } from './child.ts'
import { type Bar, median, printBars } from './figures.ts'
import { type Hall, makeHall } from './hall.ts'
import { type Coming, type PhoneReport, startRoamers } from './roamers.ts'
import { sizes } from './sizes.ts'

const { phones } = sizes
/** Milliseconds from the signal to the new start, at least. */
const downFor = 2000
/** Longer than a line must last to count as a success (`backOff.stable`). */
const standing = 6000
const patience = 40_000
/** What of a crowd is counted together, in milliseconds. */
const together = 100

const signals = ['SIGTERM', 'SIGKILL'] as const
type Signal = (typeof signals)[number]

/** A server that is stopped and started again on what it left. */
interface Restarted {
  readonly coming: Coming
  start(): Promise<Child>
  /** What happens while it is down, and what each phone must hold afterwards. */
  meanwhile(): Promise<readonly string[]>
  /** How often its database was read since it listens again; null for one without. */
  reads(): Promise<{ readonly reads: number; readonly looks: number } | null>
}

interface Return {
  /** Share, in hundredths, that is back and holds what it missed. */
  readonly back: number
  /** Seconds from listening again to half of them, and to the last. */
  readonly half: number
  readonly last: number
  /** The most phones that came within a tenth of a second. */
  readonly peak: number
  /** Of its database, until then: all, and the looks whether another process wrote, one a second whoever is there. */
  readonly reads: number
  readonly looks: number
}

const end = async (child: Child, signal: Signal): Promise<void> => {
  const { exitCode, signalCode } = child.process
  if (exitCode !== null || signalCode !== null) return
  const ended = once(child.process, 'exit')
  child.process.kill(signal)
  await ended
}

const peakOf = (times: readonly number[]): number => {
  const sorted = [...times].sort((a, b) => a - b)
  let from = 0
  let peak = 0
  for (const [n, at] of sorted.entries()) {
    while (at - (sorted[from] ?? at) > together) from += 1
    peak = Math.max(peak, n - from + 1)
  }
  return peak
}

const isBack = ({ ready, held }: PhoneReport, since: number): boolean =>
  (ready.at(-1) ?? 0) > since && held.every((at) => !Number.isNaN(at))

const returnOf = (
  reports: readonly PhoneReport[],
  since: number,
  listening: number,
  counted: { reads: number; looks: number } | null,
): Return => {
  const back = reports.filter((report) => isBack(report, since))
  const seconds = back.map(({ ready }) => ((ready.find((at) => at > since) ?? Number.NaN) - listening) / 1000)
  return {
    back: (100 * back.length) / reports.length,
    half: median(seconds),
    last: Math.max(...seconds),
    peak: peakOf(reports.flatMap(({ dialed }) => dialed.filter((at) => at > listening))),
    reads: counted?.reads ?? 0,
    looks: counted?.looks ?? 0,
  }
}

/** Stops and starts it once under a crowd of its own. */
const measure = async (server: Restarted, signal: Signal): Promise<Return> => {
  const roamers = startRoamers()
  let child = await server.start()
  try {
    await roamers.come(server.coming)
    await pause(standing)
    const asked = benchTime()
    await end(child, signal)
    const since = benchTime()
    const wanted = await server.meanwhile()
    await pause(Math.max(0, asked + downFor - benchTime()))
    child = await server.start()
    const listening = benchTime()
    const reports = await roamers.settle({ wanted, since, milliseconds: patience })
    return returnOf(reports, since, listening, await server.reads())
  } finally {
    await roamers.stop()
    await end(child, 'SIGKILL')
  }
}

const ours = (hall: Hall): Restarted => ({
  coming: {
    kind: 'forum-ouvert',
    origins: hall.tokens.map(() => hall.origin),
    slug: hall.slug,
    tokens: hall.tokens,
    seed: 6,
  },
  start: () => hall.start('tests/bench/servers/counted-forum.ts'),
  meanwhile: async () => {
    const sessionId = newId()
    await hall.proposeAside(sessionId)
    return [sessionId]
  },
  reads: async () => (await fetch(`${hall.origin}/reads`)).json(),
})

const socketIo = (port: number): Restarted => ({
  coming: {
    kind: 'Socket.IO',
    origins: Array.from({ length: phones }, () => `http://127.0.0.1:${port}`),
    slug: '',
    tokens: [],
    seed: 6,
  },
  start: () => startChild('tests/bench/servers/relay-socket-io.ts', [String(port)], {}, /^port /),
  meanwhile: async () => [],
  reads: async () => null,
})

const bars = (signal: Signal, own: Return, other: Return): readonly Bar[] => {
  const [ours, theirs] = [`${signal}: forum-ouvert`, `${signal}: Socket.IO`]
  const peak = `most that came in any ${together} ms`
  return [
    { name: `${ours}, back and up to date`, value: own.back, unit: ' %', bar: { type: 'at least', value: 100 } },
    {
      name: `${ours}, database reads per thousand reconnects, the forum’s own opening among them`,
      value: (1000 * own.reads) / phones,
      bar: { type: 'at most', value: 10 },
    },
    { name: `${ours}, looks whether another process wrote, in all`, value: own.looks },
    { name: `${theirs}, back`, value: other.back, unit: ' %' },
    { name: `${ours}, from listening to half of them`, value: own.half, unit: ' s' },
    { name: `${theirs}, from listening to half of them`, value: other.half, unit: ' s' },
    { name: `${ours}, from listening to the last`, value: own.last, unit: ' s' },
    { name: `${theirs}, from listening to the last`, value: other.last, unit: ' s' },
    { name: `${ours}, ${peak}`, value: own.peak },
    { name: `${theirs}, ${peak}`, value: other.peak },
    { name: `${signal}: forum-ouvert / Socket.IO, ${peak}`, value: own.peak / other.peak },
  ]
}

/**
 * G6: a server with a crowd of greeted phones is stopped, in order or not, and started again on the same data, to which
 * something was added meanwhile. How many are back, how fast, how spread out, and what it cost the database; against
 * Socket.IO with its own way back.
 */
export const restart = async (): Promise<boolean> => {
  const hall = await makeHall(phones)
  try {
    const other = socketIo(await freePort())
    const rows: Bar[] = []
    for (const signal of signals) {
      const own = await measure(ours(hall), signal)
      rows.push(...bars(signal, own, await measure(other, signal)))
    }
    return printBars(`restart: ${phones} phones, down for ${downFor / 1000} s (G6)`, rows)
  } finally {
    await hall.remove()
  }
}
