import { type ForumRow, listForums } from '../../db/forums.ts'
import { type Purged, purgeForum } from '../../db/purge.ts'
import { foldOn, unwritten } from '../../db/verify.ts'
import type { Board } from '../../shared/board.ts'
import type { PersonId } from '../../shared/ids.ts'
import { DAY, HOUR, type Instant } from '../../shared/time.ts'
import type { Cancel } from '../clock.ts'
import type { Core } from '../services.ts'

/** The first look waits this long after the start: by then a machine that began with a wrong clock has been set right. */
const calm = HOUR

/** When a forum is over: the end of its last slot, or its making where it has none. */
export const endOf = ({ slots }: Board, createdAt: Instant): Instant =>
  Math.max(createdAt, ...[...slots.values()].map(({ end }) => end))

/** Who calls a session that is on the board: their names are part of the programme. */
export const hostsOf = ({ sessions }: Board): ReadonlySet<PersonId> =>
  new Set([...sessions.values()].flatMap(({ hosts }) => hosts))

const isNothing = (purged: Purged): boolean => Object.values(purged).every((count) => count === 0)

/** Erases, once a day, what leads to people from forums that have been over for some days. The programme stays. */
export class Purge {
  readonly #core: Pick<Core, 'db' | 'clock' | 'log' | 'forums'>
  readonly #days: number
  #planned: Cancel | null = null
  #isStopped = false

  /** @param days after a forum's last one; 0 for never */
  constructor(core: Pick<Core, 'db' | 'clock' | 'log' | 'forums'>, days: number) {
    this.#core = core
    this.#days = days
  }

  start(): void {
    if (this.#days > 0) this.#plan(calm, 0)
  }

  stop(): void {
    this.#isStopped = true
    this.#planned?.()
  }

  /** Looks at every forum once. Never rejects: what fails is in the log, and tried again the next day. */
  async run(): Promise<void> {
    const { db, clock, log } = this.#core
    const before = clock.now() - this.#days * DAY
    try {
      for (const forum of await listForums(db)) await this.#look(forum, before)
    } catch (error) {
      log.error({ err: error }, 'the purge failed')
    }
  }

  async #look(row: ForumRow, before: Instant): Promise<void> {
    const { db, log, forums } = this.#core
    const { board } = await foldOn(db, row.id, unwritten)
    if (endOf(board, row.createdAt) >= before) return
    const purged = await purgeForum(db, row.id, hostsOf(board), before)
    if (isNothing(purged)) return
    log.info({ forum: row.id, ...purged }, 'a forum that is over was purged')
    // Only what other processes write is noticed by itself.
    const live = [...forums.live].find(({ id }) => id === row.id)
    await live?.people.refresh()
    await live?.interest.refresh()
    await live?.absences.refresh()
    live?.reasons.forget(({ at }) => at < before)
  }

  /** An hour at a time: a machine may sleep. */
  #plan(wait: number, waited: number): void {
    if (this.#isStopped) return
    this.#planned = this.#core.clock.after(HOUR, () => {
      if (waited + HOUR < wait) this.#plan(wait, waited + HOUR)
      else void this.run().finally(() => this.#plan(DAY, 0))
    })
  }
}
