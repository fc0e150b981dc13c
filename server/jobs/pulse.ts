import { dataVersion } from '../../db/meta.ts'
import type { Core } from '../services.ts'

/** How long the database may take to answer a small question, in milliseconds, before the server counts as not ready. */
const patience = 2000
/** For how long an answer serves all who ask: asking often must cost nothing. In milliseconds. */
const freshFor = 1000

/** Whether the database answers. */
export class Pulse {
  readonly #core: Pick<Core, 'db' | 'clock' | 'troubles'>
  #last: { readonly at: number; readonly answer: Promise<boolean> } | null = null

  constructor(core: Pick<Core, 'db' | 'clock' | 'troubles'>) {
    this.#core = core
  }

  /** Asks, at most once a second. Never rejects, and never takes longer than two seconds. */
  beats(): Promise<boolean> {
    const now = this.#core.clock.now()
    if (this.#last !== null && Math.abs(now - this.#last.at) < freshFor) return this.#last.answer
    const answer = this.#ask()
    this.#last = { at: now, answer }
    return answer
  }

  async #ask(): Promise<boolean> {
    const { db, clock, troubles } = this.#core
    const { promise: late, resolve } = Promise.withResolvers<boolean>()
    const cancel = clock.after(patience, () => resolve(false))
    const read = dataVersion(db).then(
      () => true,
      () => false,
    )
    const isThere = await Promise.race([read, late])
    cancel()
    if (isThere) troubles.clear('unanswered')
    else troubles.raise('unanswered', 'The database does not answer.')
    return isThere
  }
}
