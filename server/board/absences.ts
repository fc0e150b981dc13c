import { readAbsences, replaceAbsences } from '../../db/absences.ts'
import type { Database } from '../../db/tables.ts'
import type { Slot } from '../../shared/board.ts'
import type { PersonId } from '../../shared/ids.ts'
import type { Absence } from '../../shared/protocol.ts'
import { type Interval, overlap } from '../../shared/time.ts'
import { addDays, instantOf } from '../../shared/zone.ts'

interface AbsencesParts {
  readonly db: Database
  readonly forumId: number
  /** The forum's own, as of now: it is fixed once there are slots. */
  readonly timeZone: () => string
}

const none: readonly Absence[] = []

const intervalOf = ({ date, from, until }: Absence, timeZone: string): Interval => ({
  start: instantOf(date, from ?? '00:00', timeZone),
  end: until === null ? instantOf(addDays(date, 1), '00:00', timeZone) : instantOf(date, until, timeZone),
})

/** When each person of a forum can't be there, as the database has it, in memory for the rules. */
export class Absences {
  readonly #parts: AbsencesParts
  #byPerson = new Map<PersonId, readonly Absence[]>()
  /** As instants, made when first asked for. */
  #intervals = new Map<PersonId, readonly Interval[]>()
  #timeZone = ''

  constructor(parts: AbsencesParts) {
    this.#parts = parts
  }

  /** For that person and the team alone. */
  of(personId: PersonId): readonly Absence[] {
    return this.#byPerson.get(personId) ?? none
  }

  /** Puts these in the place of all that were said before; resolves when they are on disk. */
  async set(personId: PersonId, absences: readonly Absence[]): Promise<void> {
    const { db, forumId } = this.#parts
    await replaceAbsences(db, forumId, personId, absences)
    if (absences.length === 0) this.#byPerson.delete(personId)
    else this.#byPerson.set(personId, absences)
    this.#intervals.delete(personId)
  }

  /** Whether somebody said that they can't be there in a part of one of these slots, be it the one past midnight. */
  isAway(personId: PersonId, slots: readonly Slot[]): boolean {
    const absences = this.#byPerson.get(personId)
    if (absences === undefined) return false
    const intervals = this.#intervalsOf(personId, absences)
    return slots.some((slot) => intervals.some((interval) => overlap(interval, slot)))
  }

  /**
   * Reads all again: another process may have erased somebody. Nothing that is set meanwhile is lost: the connection does
   * one thing after another, so that it is written and kept here either before this reads or after.
   */
  async refresh(): Promise<void> {
    const { db, forumId } = this.#parts
    const byPerson = new Map<PersonId, Absence[]>()
    for (const { personId, date, from, until } of await readAbsences(db, forumId)) {
      const theirs = byPerson.get(personId)
      if (theirs === undefined) byPerson.set(personId, [{ date, from, until }])
      else theirs.push({ date, from, until })
    }
    this.#byPerson = byPerson
    this.#intervals = new Map()
  }

  #intervalsOf(personId: PersonId, absences: readonly Absence[]): readonly Interval[] {
    const timeZone = this.#parts.timeZone()
    if (timeZone !== this.#timeZone) {
      this.#timeZone = timeZone
      this.#intervals = new Map()
    }
    const known = this.#intervals.get(personId)
    if (known !== undefined) return known
    const intervals = absences.map((absence) => intervalOf(absence, timeZone))
    this.#intervals.set(personId, intervals)
    return intervals
  }
}
