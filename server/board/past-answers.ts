import { readEntries } from '../../db/entries.ts'
import type { Database } from '../../db/tables.ts'
import type { Entry } from '../../shared/events.ts'
import type { CommandId, PersonId } from '../../shared/ids.ts'
import type { Refusal } from '../../shared/refusals.ts'
import type { RecentEntries } from './recent-entries.ts'
import { type Answer, accepted, idTaken, refused, type Submission } from './submission.ts'

interface PastRefusal {
  readonly by: PersonId
  readonly refusal: Refusal
}

/** Refusals that say nothing of the command itself: the same id may be sent again once the trouble is over. */
const passing: ReadonlySet<Refusal['code']> = new Set(['not-saved', 'read-only', 'too-fast', 'command-id-taken'])

/** How many refusals of a forum are remembered. */
const capacity = 2000

/**
 * What each command id came to, so that it takes effect at most once and gets its first answer again (L3). Ids that were
 * accepted are known for as long as the log is; of the refused ones, the last two thousand.
 */
export class PastAnswers {
  readonly #db: Database
  readonly #forumId: number
  readonly #recent: RecentEntries
  readonly #accepted = new Map<CommandId, number>()
  readonly #refused = new Map<CommandId, PastRefusal>()

  constructor(db: Database, forumId: number, recent: RecentEntries) {
    this.#db = db
    this.#forumId = forumId
    this.#recent = recent
  }

  rememberEntries(entries: readonly Entry[]): void {
    for (const { commandId, seq } of entries) this.#accepted.set(commandId, seq)
  }

  rememberRefusal({ id, actor }: Submission, refusal: Refusal): void {
    if (passing.has(refusal.code)) return
    this.#refused.set(id, { by: actor.personId, refusal })
    if (this.#refused.size <= capacity) return
    const oldest = this.#refused.keys().next()
    if (oldest.done !== true) this.#refused.delete(oldest.value)
  }

  /** The first answer to this command id, or null where it is new. An id of somebody else is refused. */
  of({ id, actor }: Submission): Promise<Answer> | null {
    const seq = this.#accepted.get(id)
    if (seq !== undefined) return this.#entryFor(seq, actor.personId)
    const past = this.#refused.get(id)
    if (past === undefined) return null
    return Promise.resolve(past.by === actor.personId ? refused(past.refusal) : idTaken())
  }

  async #entryFor(seq: number, personId: PersonId): Promise<Answer> {
    const entry = this.#recent.at(seq) ?? (await readEntries(this.#db, this.#forumId, seq - 1, 1))[0]
    if (entry === undefined) throw new Error(`entry ${seq} of forum ${this.#forumId} is not in the log`)
    return entry.by === personId ? accepted(entry) : idTaken()
  }
}
