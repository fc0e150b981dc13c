import type { Static } from 'typebox'
import { Breath } from '../../db/breath.ts'
import type { Context } from '../../shared/context.ts'
import type { SessionId } from '../../shared/ids.ts'
import { type Other, othersSteps } from '../../shared/mend/others.ts'
import { type MendPlan, mendSteps } from '../../shared/mend.ts'
import type { Steps } from '../../shared/steps.ts'
import type { LiveForum } from '../board/live-forum.ts'
import type { MendBody } from './answers/preview.schema.ts'

/** A plan, where else each of its sessions could go, and of what board. */
export interface Mending {
  readonly seq: number
  readonly plan: MendPlan
  readonly others: ReadonlyMap<SessionId, readonly Other[]>
}

/** Plans that are being looked for, by forum: one at a time, so that a desk in a hurry never takes the whole server. */
const underway = new WeakMap<LiveForum, Promise<unknown>>()

/** Behind those that are underway. */
const inTurn = <T>(forum: LiveForum, work: () => Promise<T>): Promise<T> => {
  const before = underway.get(forum) ?? Promise.resolve()
  const mine = before.then(work, work)
  underway.set(forum, mine)
  return mine
}

function* mendingSteps(
  forum: LiveForum,
  { loss, fixed = [] }: Static<typeof MendBody>,
  context: Context,
): Steps<Mending> {
  const { seq, board } = forum.board
  const there = fixed.filter(({ sessionId }) => board.placements.has(sessionId))
  const plan = yield* mendSteps(board, loss, context, there)
  const lines = [...plan.moves, ...plan.homeless.map((each) => ({ ...each, to: null }))]
  return { seq, plan, others: yield* othersSteps(board, loss, lines, context) }
}

/**
 * The plan as of the board when its turn comes; others go first between its steps.
 * @param hasLeft whether nobody waits for it any more: then it is given up at once
 * @returns null where it was given up
 */
export const mendingFor = (
  forum: LiveForum,
  body: Static<typeof MendBody>,
  context: () => Context,
  hasLeft: () => boolean,
): Promise<Mending | null> =>
  inTurn(forum, async () => {
    if (hasLeft()) return null
    const steps = mendingSteps(forum, body, context())
    const breath = new Breath()
    for (;;) {
      const step = steps.next()
      if (step.done === true) return step.value
      await breath.take()
      if (hasLeft()) return null
    }
  })
