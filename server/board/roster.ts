import { randomUUID } from 'node:crypto'
import { addPerson, findPersonByToken, makeFacilitator, readPeople, readTokens, renamePerson } from '../../db/people.ts'
import type { Database } from '../../db/tables.ts'
import type { Role } from '../../shared/board.ts'
import type { PersonId } from '../../shared/ids.ts'
import type { Person } from '../../shared/protocol.ts'
import type { Clock } from '../clock.ts'

export interface NewPerson {
  readonly name: string
  readonly role: Role
  /** Null for somebody without a device, whom the team entered. */
  readonly tokenHash: string | null
  readonly linkId: number | null
}

/** People whose name or role changed, who came, or who are gone. */
export interface RosterChange {
  readonly people: readonly Person[]
  readonly gone: readonly PersonId[]
}

interface RosterParts {
  readonly db: Database
  readonly clock: Clock
  readonly forumId: number
}

/** A forum's people as the database has them, in memory. Memory follows the disk, never the reverse. */
export class Roster {
  readonly #parts: RosterParts
  readonly #listeners = new Set<(change: RosterChange) => void>()
  #byToken = new Map<string, PersonId>()
  #people = new Map<PersonId, Person>()
  /** How often memory was changed; grows. */
  #changes = 0

  constructor(parts: RosterParts) {
    this.#parts = parts
  }

  get all(): readonly Person[] {
    return [...this.#people.values()]
  }

  get size(): number {
    return this.#people.size
  }

  get(personId: PersonId): Person | undefined {
    return this.#people.get(personId)
  }

  onChange(listener: (change: RosterChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The person whose device holds this token, in this forum only. Only a token that is not known costs a read. */
  async byToken(tokenHash: string): Promise<Person | null> {
    const known = this.#byToken.get(tokenHash)
    if (known !== undefined) return this.#people.get(known) ?? null
    const found = await findPersonByToken(this.#parts.db, this.#parts.forumId, tokenHash)
    if (found === undefined) return null
    this.#byToken.set(tokenHash, found.id)
    if (!this.#people.has(found.id)) this.#change([found])
    return this.#people.get(found.id) ?? null
  }

  async add({ name, role, tokenHash, linkId }: NewPerson): Promise<Person> {
    const { db, clock, forumId } = this.#parts
    const person = { id: randomUUID(), name, role }
    await addPerson(db, forumId, { ...person, tokenHash, linkId, at: clock.now() })
    if (tokenHash !== null) this.#byToken.set(tokenHash, person.id)
    this.#change([person])
    return person
  }

  async rename(person: Person, name: string): Promise<Person> {
    await renamePerson(this.#parts.db, this.#parts.forumId, person.id, name)
    return this.#replace(person, { name })
  }

  /** Null where the link was revoked in between. */
  async makeFacilitator(person: Person, linkId: number): Promise<Person | null> {
    const changed = await makeFacilitator(this.#parts.db, this.#parts.forumId, person.id, linkId)
    return changed ? this.#replace(person, { role: 'facilitator' }) : null
  }

  /** Reads everyone again: another process may have revoked a link or erased somebody. */
  async refresh(): Promise<void> {
    const { rows, tokens } = await this.#readAll()
    const before = this.#people
    this.#people = new Map(rows.map(({ id, name, role }): [PersonId, Person] => [id, { id, name, role }]))
    this.#byToken = new Map(tokens.map(({ tokenHash, personId }) => [tokenHash, personId]))
    const people = this.all.filter(({ id, name, role }) => {
      const old = before.get(id)
      return old === undefined || old.name !== name || old.role !== role
    })
    const gone = [...before.keys()].filter((id) => !this.#people.has(id))
    if (people.length > 0 || gone.length > 0) this.#tell({ people, gone })
  }

  /** Once more where somebody came or changed while it was read: what was read would undo it. */
  async #readAll() {
    const { db, forumId } = this.#parts
    for (;;) {
      const changes = this.#changes
      const rows = await readPeople(db, forumId)
      const tokens = await readTokens(db, forumId)
      if (changes === this.#changes) return { rows, tokens }
    }
  }

  /** Only what was written is changed: while it was, others may have changed the rest, or the person is gone by now. */
  #replace(asked: Person, written: Partial<Person>): Person {
    const now = this.#people.get(asked.id)
    if (now === undefined) return { ...asked, ...written }
    const person = { ...now, ...written }
    this.#change([person])
    return person
  }

  #change(people: readonly Person[]): void {
    this.#changes += 1
    for (const { id, name, role } of people) this.#people.set(id, { id, name, role })
    this.#tell({ people, gone: [] })
  }

  #tell(change: RosterChange): void {
    for (const listener of this.#listeners) listener(change)
  }
}
