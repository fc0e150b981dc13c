import type { Board } from '../board.ts'
import type { RoomId, SessionId } from '../ids.ts'
import { levelOf } from '../rules/defaults.ts'
import { shareHosts } from '../rules/host-free.ts'
import { overlap } from '../time.ts'
import { hostsOf } from '../together.ts'
import type { Spot } from './options.ts'

/** Sessions that can never be at one time, because somebody hosts both, or a collective holds both. */
const partnersOn = (board: Board): ReadonlyMap<SessionId, ReadonlySet<SessionId>> => {
  const partners = new Map<SessionId, Set<SessionId>>()
  if (levelOf(board, 'host-free') !== 'block') return partners
  const byHolder = new Map<string, SessionId[]>()
  const hold = (holder: string, id: SessionId): void => {
    const held = byHolder.get(holder)
    if (held === undefined) byHolder.set(holder, [id])
    else held.push(id)
  }
  for (const session of board.sessions.values()) {
    for (const host of hostsOf(board, session)) hold(`person ${host}`, session.id)
    if (session.collectiveId !== null) hold(`collective ${session.collectiveId}`, session.id)
  }
  for (const ids of byHolder.values()) {
    if (ids.length < 2) continue
    for (const id of ids) {
      const others = partners.get(id) ?? new Set()
      for (const other of ids) if (other !== id) others.add(other)
      partners.set(id, others)
    }
  }
  return partners
}

/** Who is where during a search: changed in place, and put back by who changed it. */
export class Tables {
  readonly #board: Board
  readonly #partners: ReadonlyMap<SessionId, ReadonlySet<SessionId>>
  readonly #spots = new Map<SessionId, Spot>()
  readonly #rooms = new Map<RoomId, Set<SessionId>>()

  constructor(board: Board, spots: ReadonlyMap<SessionId, Spot>) {
    this.#board = board
    this.#partners = partnersOn(board)
    for (const [id, spot] of spots) this.put(id, spot)
  }

  spotOf(id: SessionId): Spot | undefined {
    return this.#spots.get(id)
  }

  /** Everybody's place now, apart from what is changed later. */
  get spots(): ReadonlyMap<SessionId, Spot> {
    return new Map(this.#spots)
  }

  /** Everybody back where they were. */
  reset(spots: ReadonlyMap<SessionId, Spot>): void {
    for (const id of new Set([...spots.keys(), ...this.#spots.keys()])) this.put(id, spots.get(id))
  }

  put(id: SessionId, spot: Spot | undefined): void {
    const before = this.#spots.get(id)
    if (before !== undefined) this.#rooms.get(before.roomId)?.delete(id)
    if (spot === undefined) {
      this.#spots.delete(id)
      return
    }
    this.#spots.set(id, spot)
    const room = this.#rooms.get(spot.roomId)
    if (room === undefined) this.#rooms.set(spot.roomId, new Set([id]))
    else room.add(id)
  }

  /** Who would have to leave if this session went there. */
  inTheWay(id: SessionId, spot: Spot): readonly SessionId[] {
    const found = new Set<SessionId>()
    for (const other of this.#rooms.get(spot.roomId) ?? []) {
      const held = this.#spots.get(other)
      if (other !== id && held !== undefined && overlap(held, spot)) found.add(other)
    }
    for (const other of this.#partners.get(id) ?? []) {
      const held = this.#spots.get(other)
      if (held !== undefined && overlap(held, spot) && this.#clash(id, spot, other, held)) found.add(other)
    }
    return [...found]
  }

  /** Sessions of one collective may be at one time where it has several cells of its own. */
  #clash(id: SessionId, spot: Spot, other: SessionId, held: Spot): boolean {
    const placed = { ...held, sessionId: other, since: 0 }
    const board = { ...this.#board, placements: new Map([[other, placed]]) }
    return shareHosts(board, { ...spot, sessionId: id, since: 0 }, placed)
  }
}
