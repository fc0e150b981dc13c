import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '../../client/sync/new-id.ts'
import { isCutSilently, startAir } from './air.ts'
import { benchTime } from './bench-time.ts'
import { median, percentile, printBars } from './figures.ts'
import { type PhoneReport, startRoamers } from './roamers.ts'
import { sizes } from './sizes.ts'
import { type Contender, contenders } from './wifi-contenders.ts'

const { phones, entries } = sizes
/** Milliseconds from one entry to the next. */
const pace = 500
const outages = { seed: 1, every: 15_000, away: 2000, silentEach: 4 }
/** Of the phones' back-off: apart from what the outages draw. */
const backOffSeed = 1_000_000
/**
 * Milliseconds after the last entry in which phones may still catch up: as long as Socket.IO takes to notice that a line went
 * silent (`pingInterval` and `pingTimeout`, 45 s) and to return; where nothing is sent again there is nothing to wait for.
 */
const patience = { replaying: 55_000, other: 5000 }
/** Milliseconds; what came so late is told apart from what came in the stream. */
const soon = 10_000

/** When an entry was said, and when the server had taken it. */
interface Said {
  readonly id: string
  readonly at: number
  readonly taken: number
}

interface Figures {
  readonly name: string
  readonly cuts: number
  /** Share, in hundredths, of all (phone, entry) that are on the phone in the end; and of those of each kind of cut. */
  readonly held: number
  readonly heldAfterReset: number
  readonly heldAfterSilence: number
  readonly heldSoon: number
  /** Milliseconds from an open line to holding all that was missed, for each return that had missed something. */
  readonly replays: readonly number[]
  /** Milliseconds from saying to holding, of all that is held. */
  readonly delays: readonly number[]
  /** Phones whose board is not the server's. */
  readonly strays: number
}

const until = (at: number): Promise<void> => pause(Math.max(0, at - benchTime()))

const sayAll = async (contender: Contender): Promise<readonly Said[]> => {
  const begun = benchTime()
  const said: Promise<Said>[] = []
  for (let n = 0; n < entries; n += 1) {
    await until(begun + n * pace)
    const [id, at] = [newId(), benchTime()]
    said.push(contender.say(id).then(() => ({ id, at, taken: benchTime() })))
  }
  await until(begun + entries * pace)
  return Promise.all(said)
}

const share = (times: readonly number[]): number =>
  (100 * times.filter((at) => !Number.isNaN(at)).length) / times.length

/** For each line that came up: how long until all that the server had by then was on the phone. What never came has no time. */
const replaysOf = ({ opened, held }: PhoneReport, said: readonly Said[]): readonly number[] =>
  opened.slice(1).flatMap((at) => {
    const late = [...held].filter((seen, n) => (said[n]?.taken ?? Number.POSITIVE_INFINITY) <= at && seen > at)
    return late.length === 0 ? [] : [Math.max(...late) - at]
  })

const figuresOf = (
  { name, replays }: Contender,
  cuts: number,
  reports: readonly PhoneReport[],
  said: readonly Said[],
  board: string,
): Figures => {
  const times = (some: readonly PhoneReport[]) => some.flatMap(({ held }) => [...held])
  const delays = reports.flatMap(({ held }) => [...held].map((seen, n) => seen - (said[n]?.at ?? Number.NaN)))
  const isSilent = (_: PhoneReport, n: number) => isCutSilently(n, outages)
  return {
    name,
    cuts,
    held: share(times(reports)),
    heldAfterReset: share(times(reports.filter((report, n) => !isSilent(report, n)))),
    heldAfterSilence: share(times(reports.filter(isSilent))),
    heldSoon: (100 * delays.filter((delay) => delay <= soon).length) / delays.length,
    replays: replays ? reports.flatMap((report) => replaysOf(report, said)) : [],
    delays: delays.filter((delay) => !Number.isNaN(delay)),
    strays: reports.filter(({ digest }) => digest !== board).length,
  }
}

const measure = async (contender: Contender): Promise<Figures> => {
  const air = await startAir(contender.origin, phones)
  const roamers = startRoamers()
  try {
    const { kind, slug, tokens } = contender
    await roamers.come({ kind, origins: air.origins, slug, tokens, seed: backOffSeed })
    // One that all get: a client that was never sent anything has no place to go on from (Socket.IO's recovery).
    const first = newId()
    await contender.say(first)
    await roamers.settle({ wanted: [first], since: 0, milliseconds: soon })
    await air.worsen(outages)
    const said = await sayAll(contender)
    const cuts = await air.calm()
    const wanted = said.map(({ id }) => id)
    const milliseconds = contender.replays ? patience.replaying : patience.other
    const reports = await roamers.settle({ wanted, since: 0, milliseconds })
    return figuresOf(contender, cuts, reports, said, await contender.digest())
  } finally {
    await roamers.stop()
    await air.stop()
    await contender.stop()
  }
}

/**
 * G5: phones in a hall whose Wi-Fi cuts each of them every fifteen seconds or so, for two, while two entries a second are
 * said. How much of it is on the phones in the end, and how fast they catch up; against a bare web socket and Socket.IO.
 */
export const wifi = async (): Promise<boolean> => {
  const all: Figures[] = []
  for (const open of contenders) {
    const figures = await measure(await open(phones))
    console.log(`${figures.name}: ${figures.cuts} cuts, ${figures.held.toFixed(2)} % held`)
    all.push(figures)
  }
  const [own, , standard] = all
  if (own === undefined || standard === undefined) throw new Error('nothing was measured')
  const title = `wifi: ${phones} phones, ${entries} entries, cut every ${outages.every / 1000} s for ${outages.away / 1000} s, one phone of ${outages.silentEach} without a word (G5)`
  return printBars(title, [
    {
      name: 'forum-ouvert, entries on the phones in the end',
      value: own.held,
      unit: ' %',
      bar: { type: 'at least', value: 100 },
    },
    {
      name: 'forum-ouvert, phones whose board is not the server’s',
      value: own.strays,
      bar: { type: 'at most', value: 0 },
    },
    {
      name: 'forum-ouvert, replay (line open to caught up), p99',
      value: percentile(own.replays, 0.99),
      unit: ' ms',
      bar: { type: 'at most', value: 2200 },
    },
    ...all
      .slice(1)
      .map(({ name, held }) => ({ name: `${name}, entries on the phones in the end`, value: held, unit: ' %' })),
    ...all.flatMap(({ name, heldAfterReset, heldAfterSilence }) => [
      { name: `${name}, the same where each cut is a reset`, value: heldAfterReset, unit: ' %' },
      { name: `${name}, the same where each cut is silent`, value: heldAfterSilence, unit: ' %' },
    ]),
    { name: 'forum-ouvert / Socket.IO, entries held', value: own.held / standard.held },
    ...all.map(({ name, heldSoon }) => ({
      name: `${name}, on the phone within ${soon / 1000} s`,
      value: heldSoon,
      unit: ' %',
    })),
    ...all.map(({ name, delays }) => ({
      name: `${name}, said to held, p99 of what is held`,
      value: percentile(delays, 0.99),
      unit: ' ms',
    })),
    ...all
      .filter(({ replays }) => replays.length > 0)
      .map(({ name, replays }) => ({
        name: `${name}, replay, median of ${replays.length}`,
        value: median(replays),
        unit: ' ms',
      })),
  ])
}
