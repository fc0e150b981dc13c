import type { Entry } from '../../shared/events.ts'
import type { PersonId, SessionId } from '../../shared/ids.ts'
import { limits } from '../../shared/limits.ts'
import type { GoodbyeReason, Person } from '../../shared/protocol.ts'
import type { InterestTally } from '../board/interest-tally.ts'
import type { LiveBoard } from '../board/live-board.ts'
import type { Roster, RosterChange } from '../board/roster.ts'
import type { Clock } from '../clock.ts'
import type { Warning } from '../jobs/troubles.ts'
import { Tally } from '../metrics/tally.ts'
import { EntriesNews } from './entries-news.ts'
import { type Frame, frameOf } from './frame.ts'
import { Gather } from './gather.ts'
import { Heartbeat } from './heartbeat.ts'
import { MissedEntries } from './missed-entries.ts'
import { PeopleNews } from './people-news.ts'

/** What the hub asks of a peer that has been greeted. */
export interface Member {
  readonly personId: PersonId | null
  /** Whether entries are packed for it (P21). */
  readonly isPacked: boolean
  /** When the phone was last heard of. */
  readonly heardAt: number
  deliver(frame: Frame): void
  ping(): void
  cut(): void
  personChanged(person: Person | null): void
  goodbye(reason: GoodbyeReason, returnAfter: number): void
}

export interface HubParts {
  readonly clock: Clock
  readonly board: LiveBoard
  readonly people: Roster
  readonly interest: InterestTally
  /** What is wrong with the house or this forum, as of now. */
  readonly warning: () => Warning
}

/** Everyone who follows one forum, and what is sent to all of them: each frame encoded once. */
export class Hub {
  readonly #parts: HubParts
  readonly #members = new Set<Member>()
  readonly #news: PeopleNews
  readonly #missed: MissedEntries
  readonly #entriesNews: EntriesNews
  readonly #entriesGather: Gather
  readonly #sideGather: Gather
  readonly #heartbeat: Heartbeat
  /** Lines that the server ended, by why, since the start. */
  readonly goodbyes = new Tally<GoodbyeReason>()
  #warned: Warning
  #waiting: Entry[] = []
  #changedPeople = new Set<PersonId>()
  #changedCounts = new Set<SessionId>()
  #presenceChanged = false
  #allCounts: Frame | null = null

  constructor(parts: HubParts) {
    const { clock, board, people, interest } = parts
    this.#parts = parts
    this.#warned = parts.warning()
    this.#news = new PeopleNews(people, board)
    this.#missed = new MissedEntries(board)
    this.#entriesNews = new EntriesNews(board)
    this.#entriesGather = new Gather(clock, limits.joinMilliseconds, () => this.#sendEntries())
    this.#sideGather = new Gather(clock, limits.gatherMilliseconds, () => this.#sendSide())
    this.#heartbeat = new Heartbeat(clock, this.#members)
    board.onEntries((entries, isMoreComing) => {
      this.#waiting.push(...entries)
      this.#allCounts = null
      // A burst is one frame.
      this.#entriesGather.ask(isMoreComing ? limits.joinMilliseconds : 0)
    })
    people.onChange((change) => this.#peopleChanged(change))
    interest.onChange((sessionId) => {
      this.#changedCounts.add(sessionId)
      this.#allCounts = null
      this.#sideGather.ask()
    })
  }

  /** How many sockets follow the forum. */
  get size(): number {
    return this.#members.size
  }

  /** Seq of the last entry that was sent: one that joins now gets the next ones from here on. */
  get sentSeq(): number {
    return this.#entriesNews.sentSeq
  }

  /** Sends the entries that are being gathered at once, for a phone that knows them already from the snapshot. */
  hurry(): void {
    this.#entriesGather.hurry()
  }

  /** The entries after `seq` that were sent to others, as a JSON list; null where they are no longer at hand. */
  missedSince(seq: number): string | null {
    return this.#missed.between(seq, this.sentSeq)
  }

  /** What is not in the log and a phone that was away since `seq` may have missed. */
  sideFramesSince(seq: number): readonly Frame[] {
    const { people, gone } = this.#news.since(seq)
    const names = people.length + gone.length === 0 ? [] : [frameOf({ type: 'people', people, gone })]
    this.#allCounts ??= this.#countsFrame(this.#parts.board.board.sessions.keys())
    const warning = this.#parts.warning()
    const warned = warning.readOnly || warning.mismatch ? [frameOf({ type: 'trouble', ...warning })] : []
    return [...names, this.#allCounts, ...warned]
  }

  /** Something may be wrong, or well again: all are told, where it is news. Who is greeted later hears of it then. */
  warn(): void {
    const warning = this.#parts.warning()
    const { readOnly, mismatch } = this.#warned
    if (warning.readOnly === readOnly && warning.mismatch === mismatch) return
    this.#warned = warning
    this.#broadcast(frameOf({ type: 'trouble', ...warning }))
  }

  /** From now on the member gets all that is sent, until it leaves. */
  join(member: Member): void {
    this.#members.add(member)
    this.#heartbeat.start()
    this.#presenceMayHaveChanged()
  }

  leave(member: Member): void {
    if (!this.#members.delete(member)) return
    if (this.#members.size === 0) this.#heartbeat.stop()
    this.#presenceMayHaveChanged()
  }

  /** Tells everyone to go, and when to return: spread over `spread` milliseconds, so that they don't come all at once. */
  goodbyeAll(reason: GoodbyeReason, spread: number): void {
    this.hurry()
    this.#sideGather.stop()
    for (const member of [...this.#members]) member.goodbye(reason, Math.round(Math.random() * spread))
  }

  #broadcast(frame: Frame): void {
    for (const member of this.#members) member.deliver(frame)
  }

  #sendEntries(): void {
    const entries = this.#waiting
    if (entries.length === 0) return
    this.#waiting = []
    // A name is known before the first entry that bears it.
    if (entries.some(({ by }) => this.#changedPeople.has(by))) this.#sendPeople()
    const frameFor = this.#entriesNews.next(entries)
    // To tell a thousand phones takes a while: who did something waits for it as an answer, and hears first.
    const authors = new Set(entries.map(({ by }) => by))
    const isAuthor = ({ personId }: Member): boolean => personId !== null && authors.has(personId)
    for (const member of this.#members) if (isAuthor(member)) member.deliver(frameFor(member))
    for (const member of this.#members) if (!isAuthor(member)) member.deliver(frameFor(member))
  }

  #sendPeople(): void {
    const ids = this.#changedPeople
    if (ids.size === 0) return
    this.#changedPeople = new Set()
    const found = [...ids].map((id) => this.#parts.people.get(id) ?? id)
    const people = found.filter((item) => typeof item !== 'string')
    this.#broadcast(frameOf({ type: 'people', people, gone: found.filter((item) => typeof item === 'string') }))
  }

  #sendSide(): void {
    this.#sendPeople()
    if (this.#changedCounts.size > 0) {
      const ids = this.#changedCounts
      this.#changedCounts = new Set()
      this.#broadcast(this.#countsFrame(ids))
    }
    if (!this.#presenceChanged) return
    this.#presenceChanged = false
    this.#broadcast(frameOf({ type: 'presence', here: this.#here() }))
  }

  /** People, each once however many screens they have open; who has no name counts by socket. */
  #here(): number {
    const people = new Set<PersonId>()
    let nameless = 0
    for (const { personId } of this.#members) {
      if (personId === null) nameless += 1
      else people.add(personId)
    }
    return people.size + nameless
  }

  #countsFrame(sessionIds: Iterable<SessionId>): Frame {
    const counts = Object.fromEntries([...sessionIds].map((id) => [id, this.#parts.interest.count(id)]))
    return frameOf({ type: 'counts', counts })
  }

  #presenceMayHaveChanged(): void {
    this.#presenceChanged = true
    this.#sideGather.ask()
  }

  #peopleChanged({ people, gone }: RosterChange): void {
    const changed = new Map<PersonId, Person | null>([
      ...people.map((person): [PersonId, Person] => [person.id, person]),
      ...gone.map((id): [PersonId, null] => [id, null]),
    ])
    for (const member of [...this.#members]) {
      const person = member.personId === null ? undefined : changed.get(member.personId)
      if (person !== undefined) member.personChanged(person)
    }
    for (const id of changed.keys()) this.#changedPeople.add(id)
    this.#sideGather.ask()
  }
}
