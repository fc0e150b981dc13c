import type { SessionId } from '../ids.ts'
import type { Steps } from '../steps.ts'
import type { Spot } from './options.ts'
import type { Tables } from './tables.ts'

export interface Search {
  readonly tables: Tables
  /** Sessions that need a place; none of them has one. */
  readonly homeless: readonly SessionId[]
  /** Whether a session that has a place may be asked to leave it. */
  readonly mayMove: (id: SessionId) => boolean
  readonly optionsOf: (id: SessionId) => Steps<readonly Spot[]>
  /** So many stay homeless whatever is tried: there are no cells for them. */
  readonly fewestHomeless: number
}

/** What may still be looked at. */
interface Work {
  left: number
}

/** Where everybody is in the end, who moved, and who found nothing. */
export interface Outcome {
  readonly spots: ReadonlyMap<SessionId, Spot>
  readonly movers: readonly SessionId[]
  readonly homeless: readonly SessionId[]
}

/** Others that one search may ask to leave, at the most: a longer chain would be worse than the loss. */
const longestChain = 6
/** Cells that may be looked at in all. */
const budget = 400_000
/** What it costs to judge all the cells of one more session, in looks. */
const judgement = 2000
/** Others that are asked to leave for one session while settling one after the other. */
const longestOfOne = 3

/**
 * Finds the plan with the fewest homeless, and among these the fewest moves: tries with nobody else moving, then with one,
 * and so on, each exhaustively. Whoever has the fewest places to go to chooses first. Where that takes too long, the plan
 * that is found by settling one after the other stands.
 */
export function* findPlan(search: Search): Steps<Outcome> {
  const work = { left: budget }
  const greedy = yield* settleOneByOne(search, work)
  const others = greedy.movers.length - (search.homeless.length - greedy.homeless.length)
  for (let left = search.fewestHomeless; left <= greedy.homeless.length; left += 1) {
    const last = left === greedy.homeless.length ? others - 1 : longestChain
    for (let chain = 0; chain <= last; chain += 1) {
      const found = yield* settleAll(search, left, chain, work)
      if (found !== null) return found
      if (work.left <= 0) return greedy
    }
  }
  return greedy
}

/** A move that is possible now: there, with these having to leave. */
interface Step {
  readonly spot: Spot
  readonly leaving: readonly SessionId[]
}

/** Everybody is settled with exactly so many left homeless and at most so many others moving, or null. */
function* settleAll(
  { tables, homeless, mayMove, optionsOf }: Search,
  mayStayHomeless: number,
  mayBeAsked: number,
  work: Work,
): Steps<Outcome | null> {
  const displaced = new Set(homeless)
  const moved = new Set<SessionId>()
  const given: SessionId[] = []
  const waiting = new Set(homeless)

  function* stepsOf(id: SessionId, asked: number): Steps<readonly Step[]> {
    return (yield* optionsOf(id)).flatMap((spot) => {
      work.left -= 1
      const leaving = tables.inTheWay(id, spot)
      const isPossible = leaving.length <= asked && leaving.every((other) => mayMove(other) && !moved.has(other))
      return isPossible ? [{ spot, leaving }] : []
    })
  }

  function* settle(asked: number, left: number): Steps<boolean> {
    let next: SessionId | undefined
    let steps: readonly Step[] = []
    for (const id of waiting) {
      const possible = yield* stepsOf(id, asked)
      yield
      if (next !== undefined && possible.length >= steps.length) continue
      next = id
      steps = possible
      if (steps.length === 0) break
    }
    if (next === undefined) return true
    if (work.left <= 0) return false
    waiting.delete(next)
    moved.add(next)
    // Nobody else first: it makes no difference to the figure, and is found sooner.
    for (const { spot, leaving } of [...steps].sort((a, b) => a.leaving.length - b.leaving.length)) {
      const before = leaving.map((other) => [other, tables.spotOf(other)] as const)
      for (const other of leaving) {
        tables.put(other, undefined)
        waiting.add(other)
      }
      tables.put(next, spot)
      if (yield* settle(asked - leaving.length, left)) return true
      tables.put(next, undefined)
      for (const [other, held] of before) {
        tables.put(other, held)
        waiting.delete(other)
      }
    }
    if (left > 0 && displaced.has(next)) {
      given.push(next)
      if (yield* settle(asked, left - 1)) return true
      given.pop()
    }
    moved.delete(next)
    waiting.add(next)
    return false
  }

  const start = tables.spots
  const isSettled = yield* settle(mayBeAsked, mayStayHomeless)
  const spots = tables.spots
  tables.reset(start)
  return isSettled ? { spots, movers: [...moved].filter((id) => !given.includes(id)), homeless: given } : null
}

/** One after the other, each by the shortest chain that makes room for it; those that were moved already move again freely. */
function* settleOneByOne({ tables, homeless, mayMove, optionsOf, fewestHomeless }: Search, work: Work): Steps<Outcome> {
  const judged = new Set(homeless)
  let placed = 0
  const start = tables.spots
  const moved = new Set<SessionId>()
  const left: SessionId[] = []

  /** With how many others moving each was tried in vain. */
  let tried = new Map<SessionId, number>()

  function* insert(id: SessionId, asked: number): Steps<boolean> {
    if ((tried.get(id) ?? -1) >= asked) return false
    tried.set(id, asked)
    if (!judged.has(id)) {
      judged.add(id)
      work.left -= judgement
    }
    yield
    const options = yield* optionsOf(id)
    for (const spot of options) {
      const leaving = tables.inTheWay(id, spot)
      if (leaving.length === 0) {
        tables.put(id, spot)
        return true
      }
    }
    if (asked === 0) return false
    for (const spot of options) {
      work.left -= 1
      if (work.left <= 0) return false
      const [other, ...more] = tables.inTheWay(id, spot)
      if (other === undefined || more.length > 0 || !mayMove(other)) continue
      const before = tables.spotOf(other)
      tables.put(other, undefined)
      tables.put(id, spot)
      if (yield* insert(other, asked - 1)) {
        moved.add(other)
        return true
      }
      tables.put(id, undefined)
      tables.put(other, before)
    }
    return false
  }

  const choices = new Map<SessionId, number>()
  for (const id of homeless) {
    choices.set(id, (yield* optionsOf(id)).length)
    yield
  }
  const byChoice = [...homeless].sort((a, b) => (choices.get(a) ?? 0) - (choices.get(b) ?? 0))
  for (const id of byChoice) {
    tried = new Map()
    // Where all that can be placed are, nobody else is asked to leave.
    const longest = homeless.length - placed > fewestHomeless ? longestOfOne : 0
    let isIn = false
    for (let asked = 0; !isIn && asked <= longest; asked += 1) isIn = yield* insert(id, asked)
    if (isIn) {
      moved.add(id)
      placed += 1
    } else left.push(id)
  }
  const spots = tables.spots
  tables.reset(start)
  const isElsewhere = (id: SessionId): boolean => {
    const [before, now] = [start.get(id), spots.get(id)]
    return before?.roomId !== now?.roomId || before?.slotId !== now?.slotId
  }
  return { spots, movers: [...moved].filter(isElsewhere), homeless: left }
}
