import type { SessionId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { InterestTally } from './interest-tally.ts'

/** How many of the sorted times are before an instant. */
const countBefore = (times: readonly Instant[], at: Instant): number => {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((times[middle] ?? at) < at) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * When the stars of a forum were put on, whoever put them: how many there are, and how many were older than a session. Kept
 * in order star by star, so that a rule may ask for every cell.
 */
export class Votes {
  readonly #interest: InterestTally
  readonly #withdrawn: () => ReadonlySet<SessionId>
  #times: Instant[] = []
  /** As of which the times are: a board keeps its set until a session is withdrawn, or comes back. */
  #known: ReadonlySet<SessionId> | null = null

  /** @param withdrawn sessions whose stars don't count, though they are kept, should they come back */
  constructor(interest: InterestTally, withdrawn: () => ReadonlySet<SessionId>) {
    this.#interest = interest
    this.#withdrawn = withdrawn
    interest.onChange((sessionId, { on, at }) => {
      if (this.#known === null || this.#known.has(sessionId)) return
      const index = countBefore(this.#times, at)
      if (on) this.#times.splice(index, 0, at)
      else this.#times.splice(index, 1)
    })
  }

  get all(): number {
    return this.#current().length
  }

  before(at: Instant): number {
    return countBefore(this.#current(), at)
  }

  #current(): readonly Instant[] {
    const withdrawn = this.#withdrawn()
    if (withdrawn !== this.#known) {
      this.#known = withdrawn
      this.#times = [...Float64Array.from(this.#interest.times(withdrawn)).sort()]
    }
    return this.#times
  }
}
