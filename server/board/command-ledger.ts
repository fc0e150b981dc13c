import type { CommandId, PersonId } from '../../shared/ids.ts'
import type { Refusal } from '../../shared/refusals.ts'

interface PastRefusal {
  readonly by: PersonId
  readonly refusal: Refusal
}

/** Refusals that say nothing of the command itself: the same id may be sent again once the trouble is over. */
const passing: ReadonlySet<Refusal['code']> = new Set(['not-saved', 'read-only', 'too-fast', 'command-id-taken'])

/**
 * What each command id came to, so that it takes effect at most once and gets its first answer again (L3). Ids that were
 * accepted are known for as long as the log is; of the refused ones, the last `capacity`.
 */
export class CommandLedger {
  readonly #accepted = new Map<CommandId, number>()
  readonly #refused = new Map<CommandId, PastRefusal>()
  readonly #capacity: number

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  acceptedAt(id: CommandId): number | undefined {
    return this.#accepted.get(id)
  }

  refused(id: CommandId): PastRefusal | undefined {
    return this.#refused.get(id)
  }

  accept(id: CommandId, seq: number): void {
    this.#accepted.set(id, seq)
  }

  refuse(id: CommandId, by: PersonId, refusal: Refusal): void {
    if (passing.has(refusal.code)) return
    this.#refused.set(id, { by, refusal })
    if (this.#refused.size <= this.#capacity) return
    const oldest = this.#refused.keys().next()
    if (oldest.done !== true) this.#refused.delete(oldest.value)
  }
}
