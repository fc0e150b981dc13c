import { tornWord } from '../../shared/advice.ts'
import type { Board } from '../../shared/board.ts'
import type { Torn } from '../../shared/context.ts'
import type { PersonId, SessionId, SlotId } from '../../shared/ids.ts'
import { smallestCount } from '../../shared/interest.ts'
import type { InterestTally } from './interest-tally.ts'

interface Known {
  readonly others: readonly SessionId[]
  readonly word: Torn
}

/** Words that are remembered at most: those of a session in every slot, many times over. */
const capacity = 4000

const isSame = (a: readonly SessionId[], b: readonly SessionId[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index])

/**
 * Of those whom a session interests, how many something else at the same time interests too, or needs as its host: as a
 * word, and never who (P20). A word is remembered by slot: a refusal asks for every room of it, with the same others.
 */
export class TornAudience {
  readonly #interest: InterestTally
  readonly #known = new Map<string, Known>()
  #sessions: Board['sessions'] | null = null
  #version = -1

  constructor(interest: InterestTally) {
    this.#interest = interest
  }

  /**
   * @param slotId the first one that the session would take
   * @param others what is held at that time, without it
   */
  word(board: Board, sessionId: SessionId, slotId: SlotId, others: readonly SessionId[]): Torn {
    // Of so few nothing is ever said (P20), and in the first market hardly anything has more.
    if (this.#interest.count(sessionId) < smallestCount) return 'none'
    this.#forgetWhatMayBeWrong(board)
    const key = `${slotId} ${sessionId}`
    const known = this.#known.get(key)
    if (known !== undefined && isSame(known.others, others)) return known.word
    const word = this.#wordOf(board, sessionId, others)
    this.#known.set(key, { others, word })
    return word
  }

  /** Words depend on stars and on hosts, and not on where things are. */
  #forgetWhatMayBeWrong({ sessions }: Board): void {
    const isSameCrowd = sessions === this.#sessions && this.#interest.version === this.#version
    if (isSameCrowd && this.#known.size < capacity) return
    this.#known.clear()
    this.#sessions = sessions
    this.#version = this.#interest.version
  }

  #wordOf(board: Board, sessionId: SessionId, others: readonly SessionId[]): Torn {
    const fans = this.#interest.fansOf(sessionId)
    const hosts = new Set(others.flatMap((id) => board.sessions.get(id)?.hosts ?? []))
    const crowds: readonly { has(personId: PersonId): boolean }[] = [
      hosts,
      ...others.map((id) => this.#interest.fansOf(id)),
    ]
    let torn = 0
    for (const fan of fans.keys()) if (crowds.some((crowd) => crowd.has(fan))) torn += 1
    return tornWord(torn, fans.size)
  }
}
