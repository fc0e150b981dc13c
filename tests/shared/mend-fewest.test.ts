import { expect, test } from 'vitest'
import { type Board, emptyBoard } from '../../shared/board.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { Loss } from '../../shared/commands/drop-out.schema.ts'
import { decide } from '../../shared/decide.ts'
import { mendPlan } from '../../shared/mend.ts'
import { claim, day, propose, sessionId, team, zone } from '../support/boards.ts'
import { fewestMoves } from '../support/mend-oracle.ts'
import { after, codeOf, dropOut, lostRoom, told } from '../support/mending.ts'
import { type Random, seededRandom } from '../support/random.ts'

const seeds = Number(process.env.SEEDS ?? (process.env.FUZZ === 'long' ? 20_000 : 200))
const firstSeed = Number(process.env.SEED ?? 1)

const slots = ['a', 'b', 'c'] as const

/** Two or three rooms, three slots of which the last comes after lunch, up to eight sessions of a few people. */
const anyBoard = (random: Random): Board => {
  const rooms = ['r1', 'r2', 'r3'].slice(0, 2 + random.below(2))
  const frame: readonly Command[] = [
    { type: 'frame-forum', name: 'Essai', timeZone: zone },
    ...rooms.map((roomId): Command => ({ type: 'add-room', roomId, name: roomId })),
    { type: 'add-slot', slotId: 'a', date: day, start: '10:00', end: '11:00' },
    { type: 'add-slot', slotId: 'b', date: day, start: '11:00', end: '12:00' },
    { type: 'add-slot', slotId: 'lunch', date: day, start: '12:00', end: '13:00', kind: 'common' },
    { type: 'add-slot', slotId: 'c', date: day, start: '13:00', end: '14:00' },
  ]
  const sessions = Array.from({ length: 3 + random.below(6) }, (_, n): readonly Command[] => [
    propose(n, {
      hosts: random.chance(0.2) ? ['ana', `p${n}`] : [random.pick(['ana', 'brieuc', `p${n}`, `p${n}`, `p${n}`])],
      length: random.chance(0.15) ? 2 : 1,
    }),
    claim(n, random.pick(rooms), random.pick(slots)),
    claim(n, random.pick(rooms), random.pick(slots)),
    ...(random.chance(0.15) ? [{ type: 'lock', sessionId: sessionId(n) } as const] : []),
  ])
  return [...frame, ...sessions.flat()].reduce((board, command) => {
    const decision = decide(board, command, team)
    return decision.type === 'refused' ? board : after(board, decision)
  }, emptyBoard)
}

test(`T9 never more homeless and never more moves than need be, by trying everything (${seeds} seeds)`, () => {
  for (let seed = firstSeed; seed < firstSeed + seeds; seed += 1) {
    const random = seededRandom(seed)
    const board = anyBoard(random)
    const roomIds = [...board.rooms.keys()]
    const loss: Loss = random.chance(0.3)
      ? { type: 'slot', slotId: random.pick(slots) }
      : lostRoom(random.pick(roomIds), ...slots.filter(() => random.chance(0.6)), random.pick(slots))
    const lost = (loss.type === 'room' ? [loss.roomId] : roomIds).flatMap((roomId) =>
      (loss.type === 'room' ? loss.slotIds : [loss.slotId]).map((slotId) => ({ roomId, slotId })),
    )
    const plan = mendPlan(board, loss, team)
    const said = `seed ${seed} (SEED=${seed} SEEDS=1 to run it alone) ${JSON.stringify(told(plan))}`
    expect({ homeless: plan.homeless.length, moves: plan.moves.length }, said).toEqual(fewestMoves(board, lost))
    expect(codeOf(decide(board, dropOut(loss, plan), team)), said).toBe('accepted')
    const ids = plan.moves.filter(({ why }) => why === 'makes-room').map(({ sessionId: id }) => id)
    expect(
      ids.filter((id) => board.sessions.get(id)?.locked),
      said,
    ).toEqual([])
  }
}, 3_600_000)
