import { setTimeout as pause } from 'node:timers/promises'
import { seededRandom } from '../support/random.ts'
import { widePlan } from '../support/wide-plan.ts'
import { startAudience } from './audience.ts'
import { aloneFigures, claimFigures } from './burst-claims.ts'
import { askRival, claimers, commits, moments, perSecond, rooms, scriptFor, slots } from './burst-script.ts'
import { type Bar, inTurns, median, printBars } from './figures.ts'
import type { Heard } from './heard.ts'
import { ownForum } from './own-forum.ts'
import { type Rival, rivals, serveRival } from './rivals.ts'
import { sizes } from './sizes.ts'

/** Longer than anything is gathered for: what comes then comes alone. */
const quiet = 1200
const seed = 34

interface Contender {
  readonly name: string
  readonly heard: Heard[]
  play(times: readonly number[]): Promise<Heard>
  close(): Promise<void>
}

const rivalOf = async (rival: Rival, frame: string): Promise<Contender> => {
  const { child, line } = await serveRival(rival, frame)
  const audience = startAudience(line)
  await audience.join(sizes.phones)
  return {
    name: rival.name,
    heard: [],
    play: (times) => audience.play(askRival(rival, times)),
    close: async () => {
      await audience.leave()
      await child.stop()
    },
  }
}

const latencyBars = ({ name, heard }: Contender): readonly Bar[] => {
  const isOwn = name === 'forum-ouvert'
  const bar = (value: number) => (isOwn ? { bar: { type: 'at most', value } as const } : {})
  const mark = isOwn ? 'G3 ' : ''
  const longest = Math.max(...heard.map((one) => one.longest))
  const p95 = median(heard.map((one) => one.p95))
  return [
    { name: `${mark}${name}, to each phone, p95`, value: p95, unit: ' ms', ...bar(250) },
    { name: `${mark}${name}, to each phone, the longest of all`, value: longest, unit: ' ms', ...bar(1000) },
    { name: `${name}, median`, value: median(heard.map((one) => one.median)), unit: ' ms' },
  ]
}

/**
 * G3: thirty-five commits a second to a thousand phones, from the word of one phone to the news on each. G4: what 350 claims
 * in ten seconds send to a phone, and that a lone one waits for nobody.
 */
export const burst = async (): Promise<boolean> => {
  const { phones, rounds, seconds } = sizes
  const random = seededRandom(seed)
  const own = await ownForum(widePlan(rooms, slots, Date.now()), { people: phones, sessions: claimers })
  const child = await own.serve()
  const audience = startAudience(own.line)
  const script = scriptFor(own)
  const forum: Contender = {
    name: 'forum-ouvert',
    heard: [],
    play: (times) => audience.play(script.moves(times)),
    close: async () => {
      await audience.leave()
      await child.stop()
      await own.remove()
    },
  }
  const contenders = [forum]
  try {
    await audience.join(phones, own.tokens)
    await pause(quiet)
    // One claim gives the frame that the others send too.
    const { sample } = await audience.play(script.moves([0]))
    await audience.play(script.releases(1))
    const claims = await claimFigures(own, audience, random)
    const alone = await aloneFigures(own, audience)
    for (const rival of rivals) contenders.push(await rivalOf(rival, sample))
    const turn = (contender: Contender) => async () => {
      await pause(quiet)
      contender.heard.push(await contender.play(moments(random, commits)))
    }
    await inTurns(1, contenders.map(turn))
    for (const { heard } of contenders) heard.length = 0
    await inTurns(rounds, contenders.map(turn))
    const missing = contenders.map(({ heard }) => heard.reduce((sum, one) => sum + one.missing, 0))
    return printBars(
      `burst: ${phones} phones, ${rounds} rounds of ${seconds} s at ${perSecond} a second, seed ${seed}`,
      [
        ...contenders.flatMap(latencyBars),
        { name: 'G3 forum-ouvert, not heard of', value: missing[0] ?? 0, bar: { type: 'at most', value: 0 } },
        ...claims,
        ...alone,
      ],
    )
  } finally {
    for (const contender of contenders) await contender.close()
  }
}
