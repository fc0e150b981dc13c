import { setTimeout as pause } from 'node:timers/promises'
import { widePlan } from '../support/wide-plan.ts'
import { startAudience } from './audience.ts'
import type { Child } from './child.ts'
import { inTurns, median, printBars } from './figures.ts'
import type { Line } from './line.ts'
import { ownForum } from './own-forum.ts'
import { rivals, serveRival } from './rivals.ts'
import { sizes } from './sizes.ts'
import { type Weight, weigh, weighable } from './weight.ts'

/**
 * Phones that are there before the first weighing. After as many again as are weighed, what a server needs once is there, and
 * the free room that it had from its start is full: what it grows by then is what a phone costs.
 */
const before = sizes.phones
/** Longer than names, counts and presence are gathered for. */
const settled = 2000

interface Contender {
  readonly name: string
  readonly tokens: readonly string[]
  /** Bytes for each phone, a round each. */
  readonly perPhone: Weight[]
  serve(): Promise<{ readonly child: Child; readonly line: Line }>
}

const measure = async ({ tokens, perPhone, serve }: Contender): Promise<void> => {
  const { child, line } = await serve()
  const audience = startAudience(line)
  try {
    await audience.join(before, tokens.slice(0, before))
    await pause(settled)
    const few = await weigh(child)
    await audience.join(sizes.phones, tokens.slice(before))
    await pause(settled)
    const many = await weigh(child)
    perPhone.push({
      resident: (many.resident - few.resident) / sizes.phones,
      held: (many.held - few.held) / sizes.phones,
    })
  } finally {
    await audience.leave()
    await child.stop()
  }
}

const medianOf = ({ perPhone }: Contender, key: keyof Weight): number => median(perPhone.map((weight) => weight[key]))

/**
 * G2: what one more idle phone costs, greeted and with a name, against one more socket of bare `ws` and of Socket.IO. Each
 * round is a new process of each server.
 */
export const memory = async (): Promise<boolean> => {
  const { phones, rounds } = sizes
  if (process.platform === 'win32') {
    console.log('The signal that asks a server for its weight is not known here: not measured.')
    return true
  }
  const own = await ownForum(widePlan(10, 10, Date.now()), { people: before + phones, sessions: 50 })
  const forum: Contender = {
    name: 'forum-ouvert',
    tokens: own.tokens,
    perPhone: [],
    serve: async () => ({ child: await own.serve(weighable), line: own.line }),
  }
  const others = rivals.map(
    (rival): Contender => ({
      name: rival.name,
      tokens: [],
      perPhone: [],
      serve: () => serveRival(rival, '{}', weighable),
    }),
  )
  const contenders = [forum, ...others]
  try {
    await inTurns(
      rounds,
      contenders.map((contender) => () => measure(contender)),
    )
  } finally {
    await own.remove()
  }
  const kilobytes = (key: keyof Weight, what: string) =>
    contenders.map((contender) => ({
      name: `${contender.name}, ${what}`,
      value: medianOf(contender, key) / 1024,
      unit: ' kB',
    }))
  const ratios = (key: keyof Weight, what: string) =>
    others.map((other) => ({
      name: `forum-ouvert / ${other.name}, ${what}`,
      value: medianOf(forum, key) / medianOf(other, key),
      bar: { type: 'at most', value: other.name === 'bare ws' ? 1.25 : 0.6 } as const,
    }))
  return printBars(`memory of an idle greeted phone: ${phones} more after ${before}, ${rounds} rounds (G2)`, [
    ...kilobytes('resident', 'resident'),
    ...kilobytes('held', 'held by its JavaScript'),
    ...ratios('resident', 'resident'),
    ...ratios('held', 'held'),
  ])
}
