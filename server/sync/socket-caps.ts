import type { PersonId } from '../../shared/ids.ts'
import { limits } from '../../shared/limits.ts'

interface Count {
  sockets: number
  nameless: number
  readonly byPerson: Map<PersonId, number>
}

/**
 * How many sockets there are: in all, of a forum, of a person, of nobody with a name in a forum and in all. Counted from the
 * upgrade on, greeted or not.
 */
export class SocketCaps {
  readonly #forums = new Map<number, Count>()
  #total = 0
  #nameless = 0

  /** Takes a place, which `leave` gives back. @returns false where the house is full */
  enter(forumId: number, personId: PersonId | null): boolean {
    const count = this.#forums.get(forumId) ?? { sockets: 0, nameless: 0, byPerson: new Map<PersonId, number>() }
    const own = personId === null ? 0 : (count.byPerson.get(personId) ?? 0)
    const isFull = this.#total >= limits.socketsTotal || count.sockets >= limits.socketsPerForum
    const isShareSpent =
      personId === null
        ? count.nameless >= limits.namelessSocketsPerForum || this.#nameless >= limits.namelessSocketsTotal
        : own >= limits.socketsPerPerson
    if (isFull || isShareSpent) return false
    this.#forums.set(forumId, count)
    this.#total += 1
    count.sockets += 1
    if (personId === null) {
      count.nameless += 1
      this.#nameless += 1
    } else count.byPerson.set(personId, own + 1)
    return true
  }

  /** Gives back a place that was taken. */
  leave(forumId: number, personId: PersonId | null): void {
    const count = this.#forums.get(forumId)
    if (count === undefined) return
    this.#total -= 1
    count.sockets -= 1
    if (count.sockets === 0) this.#forums.delete(forumId)
    if (personId === null) {
      count.nameless -= 1
      this.#nameless -= 1
      return
    }
    const own = (count.byPerson.get(personId) ?? 1) - 1
    if (own === 0) count.byPerson.delete(personId)
    else count.byPerson.set(personId, own)
  }
}
