import type { PersonId } from '../../shared/ids.ts'
import type { Person } from '../../shared/protocol.ts'
import type { LiveBoard } from '../board/live-board.ts'
import type { Roster, RosterChange } from '../board/roster.ts'

/**
 * Which names changed since a seq, for a phone that was away. Names have no seq of their own; each change is marked with
 * the board's. Marks begin with the process: a phone that meets an unknown id takes the snapshot again.
 */
export class PeopleNews {
  readonly #roster: Roster
  readonly #changedAt = new Map<PersonId, number>()
  readonly #startSeq: number

  constructor(roster: Roster, board: LiveBoard) {
    this.#roster = roster
    this.#startSeq = board.seq
    roster.onChange(({ people, gone }) => {
      for (const id of [...people.map((person) => person.id), ...gone]) this.#changedAt.set(id, board.seq)
    })
  }

  since(seq: number): RosterChange {
    // Before this process began nothing was marked, so that anyone may have changed.
    if (seq < this.#startSeq) return { people: this.#roster.all, gone: [] }
    const people: Person[] = []
    const gone: PersonId[] = []
    for (const [id, at] of this.#changedAt) {
      if (at < seq) continue
      const person = this.#roster.get(id)
      if (person === undefined) gone.push(id)
      else people.push(person)
    }
    return { people, gone }
  }
}
