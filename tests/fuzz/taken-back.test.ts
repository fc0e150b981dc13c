import { expect, test } from 'vitest'
import { UndoTrail } from '../../server/board/undo-trail.ts'
import type { Board } from '../../shared/board.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { Context } from '../../shared/context.ts'
import { decide } from '../../shared/decide.ts'
import type { Entry } from '../../shared/events.ts'
import { evolveEntry } from '../../shared/evolve.ts'
import { overlap } from '../../shared/time.ts'
import { before, by, claim, propose, sessionId, smallBoard } from '../support/boards.ts'
import { accept, offer, offerId } from '../support/offers.ts'
import { type Random, seededRandom } from '../support/random.ts'

const seeds = Number(process.env.SEEDS ?? (process.env.FUZZ === 'long' ? 5000 : 150))
const firstSeed = Number(process.env.SEED ?? 1)
const people = ['ana', 'brieuc', 'carole', 'dora']

const any = (random: Random, last: string): Command => {
  const n = 1 + random.below(6)
  const [id, other] = [sessionId(n), 1 + random.below(6)]
  const cell = { roomId: random.pick(['b101', 'b102', 'hall']), slotId: random.pick(['s1', 's2', 's3', 's4', 'long']) }
  const kinds: readonly (() => Command)[] = [
    () => propose(n, { length: 1 + random.below(2) }),
    () => propose(n, { seeking: true }),
    () => claim(n, cell.roomId, cell.slotId),
    () => claim(n, cell.roomId, cell.slotId),
    () => offer(random.pick(['swap', 'merge', 'merge', 'yield']), n, other, { offerId: offerId(other) }),
    () => accept(other),
    () => accept(other),
    () => ({ type: 'unmerge', sessionId: id }),
    () => ({ type: random.pick(['withdraw', 'release']), sessionId: id }),
    () => ({ type: 'edit', sessionId: id, length: 1 + random.below(2) }),
    () => ({ type: 'edit', sessionId: id, hosts: [random.pick(people)] }),
    () => ({ type: 'edit-slot', slotId: cell.slotId, start: random.pick(['09:00', '10:40', '13:00', '14:20']) }),
    () => ({ type: 'remove-slot', slotId: cell.slotId }),
    () => ({ type: 'undo', commandId: last }),
    () => ({ type: 'undo', commandId: last }),
    () => ({ type: 'undo', commandId: last }),
    () => ({ type: 'restore', seq: 1, what: { type: 'wall' } }),
    () => ({ type: 'restore', seq: 1, what: { type: 'session', sessionId: id } }),
    () => ({ type: 'restore', seq: 1, what: { type: 'cell', cell } }),
  ]
  return random.pick(kinds)()
}

/** What can be on no board, whoever took what back. */
const faultsOf = ({ rooms, slots, sessions, placements, offers, withdrawn }: Board): readonly string[] => {
  const faults: string[] = []
  const carriers = [...sessions.values()].flatMap(({ merged }) => merged?.intoId ?? [])
  for (const { id, merged } of sessions.values()) {
    if (withdrawn.has(id)) faults.push(`${id} is withdrawn and there`)
    if (merged !== null && placements.has(id)) faults.push(`${id} is inside another and has a place`)
    if (merged !== null && carriers.includes(id)) faults.push(`${id} is inside another and carries one`)
  }
  for (const id of carriers) if (!sessions.has(id)) faults.push(`${id} carries another and is gone`)
  for (const { fromId, toId } of offers.values()) {
    if (!sessions.has(fromId) || !sessions.has(toId)) faults.push(`an offer of ${fromId} to ${toId}: one is gone`)
  }
  const held = [...placements.values()]
  for (const one of held) {
    const isWhole = rooms.has(one.roomId) && one.slotIds.every((slotId) => slots.has(slotId))
    if (!isWhole) faults.push(`${one.sessionId} is nowhere`)
    if (sessions.get(one.sessionId)?.length !== one.slotIds.length) faults.push(`${one.sessionId} has another length`)
    const twice = held.some((two) => one !== two && one.roomId === two.roomId && overlap(one, two))
    if (twice) faults.push(`${one.roomId} is held twice`)
  }
  return faults
}

test(`T1, T2, T6, O6, B1 whatever is undone and put back, the board stays one that can be (${seeds} seeds)`, () => {
  let takenBack = 0
  for (let seed = firstSeed; seed < firstSeed + seeds; seed += 1) {
    const random = seededRandom(seed)
    const pasts: Board[] = []
    let board = smallBoard
    let trail = UndoTrail.empty
    let now = before
    for (let seq = 1; seq <= 120; seq += 1) {
      now += random.below(60_000)
      const isTeam = random.below(4) === 0
      const context = isTeam ? by('team', 'facilitator', now) : by(random.pick(people), 'participant', now)
      const { personId } = context.actor
      const undoable = trail.of(personId)
      const past = pasts.length === 0 ? undefined : random.pick(pasts)
      const all: Context = {
        ...context,
        reason: 'Vu ensemble.',
        ...(undoable === undefined ? {} : { undoable }),
        ...(past === undefined ? {} : { past }),
      }
      const command = any(random, undoable?.commandId ?? sessionId(999))
      const decision = decide(board, command, all)
      if (decision.type === 'refused') continue
      if (command.type === 'undo' || command.type === 'restore') takenBack += 1
      const entry: Entry = { seq, commandId: sessionId(1000 + seq), by: personId, at: now, events: decision.events }
      const after = evolveEntry(board, entry)
      const faults = faultsOf(after)
      if (faults.length > 0) throw new Error(`SEED=${seed} ${JSON.stringify(command)}: ${faults.join('; ')}`)
      trail = trail.after(entry, board, after, now)
      board = after
      if (random.below(3) === 0) pasts.push(board)
    }
  }
  expect(takenBack).toBeGreaterThan(seeds)
})
