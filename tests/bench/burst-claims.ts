import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '../support/random.ts'
import type { Audience } from './audience.ts'
import { claimers, moments, scriptFor } from './burst-script.ts'
import { type Bar, median, percentile } from './figures.ts'
import type { Heard } from './heard.ts'
import type { OwnForum } from './own-forum.ts'
import { sizes } from './sizes.ts'

const lone = 25
/** Longer than anything is gathered for: what comes then comes alone. */
const quiet = 1200

/** Milliseconds that the transactions of the server took since it began, and how many there were. */
const transactions = async (origin: string): Promise<{ readonly count: number; readonly sum: number }> => {
  const text = await (await fetch(`${origin}/metrics`)).text()
  const of = (name: string): number => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN)
  return { count: of('forum_commit_seconds_count'), sum: 1000 * of('forum_commit_seconds_sum') }
}

/** One claim at a time on a quiet board: how much longer its answer and its news took than its transaction. */
export const aloneFigures = async (own: OwnForum, audience: Audience): Promise<readonly Bar[]> => {
  const script = scriptFor(own)
  const figures = { answer: [] as number[], last: [] as number[] }
  for (let n = 0; n < lone; n += 1) {
    await pause(quiet)
    const before = await transactions(own.origin)
    const { own: [answer = Number.NaN] = [], last: [last = Number.NaN] = [] } = await audience.play(script.moves([0]))
    const after = await transactions(own.origin)
    if (after.count !== before.count + 1) continue
    figures.answer.push(answer - (after.sum - before.sum))
    figures.last.push(last - (after.sum - before.sum))
  }
  return [
    {
      name: 'G4 a lone claim: its answer after its transaction, median',
      value: median(figures.answer),
      unit: ' ms',
      bar: { type: 'at most', value: 10 },
    },
    { name: 'the same, at the last phone, p95', value: percentile(figures.last, 0.95), unit: ' ms' },
  ]
}

/** 350 claims in ten seconds: what a phone is sent. */
export const claimFigures = async (own: OwnForum, audience: Audience, random: Random): Promise<readonly Bar[]> => {
  const script = scriptFor(own)
  const heard: Heard[] = []
  for (let round = 0; round < sizes.rounds; round += 1) {
    await pause(quiet)
    heard.push(await audience.play(script.claims(moments(random, claimers))))
    await audience.play(script.releases(claimers))
  }
  const middle = (of: (one: Heard) => number): number => median(heard.map(of))
  return [
    {
      name: 'G4 frames per phone per second',
      value: middle(({ frames }) => frames) / sizes.seconds,
      bar: { type: 'at most', value: 20 },
    },
    { name: 'frames in the busiest second', value: Math.max(...heard.map(({ busiest }) => busiest)) },
    {
      name: 'G4 bytes per phone / one frame per commit',
      value: middle(({ bytes, bytesAlone }) => bytes / bytesAlone),
      bar: { type: 'at most', value: 0.3 },
    },
    { name: 'bytes per phone', value: middle(({ bytes }) => bytes) / 1024, unit: ' kB' },
    { name: 'claim to each phone, p95', value: middle(({ p95 }) => p95), unit: ' ms' },
  ]
}
