import { expect, test } from 'vitest'
import { type Board, emptyBoard } from '../../shared/board.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { Loss } from '../../shared/commands/drop-out.schema.ts'
import type { Context } from '../../shared/context.ts'
import { decide } from '../../shared/decide.ts'
import { mendPlan } from '../../shared/mend.ts'
import { problems } from '../../shared/problems.ts'
import { instantOf } from '../../shared/zone.ts'
import congress from '../fixtures/congress.json' with { type: 'json' }
import { build, propose, sessionId, team as someTeam } from '../support/boards.ts'
import { after, codeOf, dropOut, short } from '../support/mending.ts'

/*
 * A real congress: 17 rooms, 16 slots, 59 sessions that expect so many people and could be held in some of the slots only;
 * in the others somebody is away, which is a block here. Once over its week, and once all in one day, as a market fills it:
 * three of four hours have a session in every room.
 */

const zone = 'Europe/Madrid'
const rooms = congress.capacities.map((_, n) => `r${n}`)

interface Layout {
  readonly days: readonly string[]
  /** Room and slot of each session. */
  readonly places: readonly (readonly number[])[]
  /** Whether a session could be held in a slot, by their numbers. */
  readonly isPossible: (session: number, slot: number) => boolean
}

const week: Layout = {
  days: congress.days,
  places: congress.sessions.map((session) => session.week),
  isPossible: (session, slot) => congress.sessions[session]?.slots.includes(slot) === true,
}
/** The hours of the day in which each could be held on some day of the week. */
const oneDay: Layout = {
  days: congress.days.slice(0, 1),
  places: congress.sessions.map(({ day }) => day),
  isPossible: (session, slot) => congress.sessions[session]?.slots.some((one) => one % 4 === slot) === true,
}

const contextOf = ({ isPossible }: Layout): Context => ({
  ...someTeam,
  now: instantOf('2023-09-10', '20:00', zone),
  isAway: (person, slots) => slots.some(({ id }) => !isPossible(Number(person.slice(1)), Number(id.slice(1)))),
})

const boardOf = ({ days, places }: Layout, team: Context): Board => {
  const commands: readonly Command[] = [
    { type: 'frame-forum', name: 'Congrès', timeZone: zone },
    { type: 'set-rule', rule: 'host-available', level: 'block' },
    ...rooms.map((roomId, n): Command => {
      return { type: 'add-room', roomId, name: roomId, capacity: congress.capacities[n] ?? null }
    }),
    ...days.flatMap((date, d) =>
      congress.hours.map(([start = '', end = ''], h): Command => {
        return { type: 'add-slot', slotId: `s${4 * d + h}`, date, start, end }
      }),
    ),
    ...places.flatMap(([room = 0, slot = 0], n): readonly Command[] => [
      propose(n, { hosts: [`p${n}`], expected: congress.sessions[n]?.expected ?? null }),
      { type: 'claim', sessionId: sessionId(n), roomId: `r${room}`, slotId: `s${slot}` },
    ]),
  ]
  return build(
    emptyBoard,
    commands.map((command) => [team, command] as const),
  )
}

/** What becomes of a loss: how many lose their place, how many others move, who stays homeless, and what is blocked then. */
const outcomeOf = (board: Board, roomId: string, team: Context) => {
  const loss: Loss = { type: 'room', roomId, slotIds: [...board.slots.keys()] }
  const plan = mendPlan(board, loss, team)
  const decision = decide(board, dropOut(loss, plan), team)
  const ends = after(board, decision)
  const blocks = [...problems(ends, team)].flatMap(([id, findings]) =>
    findings.some(({ level }) => level === 'block') ? [short(id)] : [],
  )
  const isIn = [...ends.placements.values()].some((placement) => placement.roomId === roomId)
  return {
    displaced: plan.moves.filter(({ why }) => why === 'lost').length,
    others: plan.moves.filter(({ why }) => why === 'makes-room').length,
    left: [...plan.homeless.map(({ sessionId: id }) => short(id)), ...blocks, ...(isIn ? [roomId] : [])],
    placed: ends.placements.size,
    code: codeOf(decision),
  }
}

/** By room, of those in which something is held. */
const outcomes = (layout: Layout) => {
  const team = contextOf(layout)
  const board = boardOf(layout, team)
  const used = rooms.filter((roomId) => [...board.placements.values()].some((placement) => placement.roomId === roomId))
  return Object.fromEntries(used.map((roomId) => [roomId, outcomeOf(board, roomId, team)]))
}

const whole = (displaced: number, others: number) => ({ displaced, others, left: [], placed: 59, code: 'accepted' })

test('T9 whichever room drops out of a congress week, all are placed again, and nobody else moves', () => {
  expect(outcomes(week)).toEqual({
    r0: whole(1, 0),
    r1: whole(8, 0),
    r2: whole(3, 0),
    r3: whole(4, 0),
    r4: whole(2, 0),
    r6: whole(5, 0),
    r7: whole(14, 0),
    r8: whole(8, 0),
    r9: whole(3, 0),
    r11: whole(3, 0),
    r13: whole(4, 0),
    r14: whole(2, 0),
    r16: whole(2, 0),
  })
})

test('T9 whichever room drops out of a full day, all are placed again, and few others move to make room', () => {
  expect(outcomes(oneDay)).toEqual({
    r0: whole(3, 1),
    r1: whole(4, 0),
    r2: whole(4, 2),
    r3: whole(4, 1),
    r4: whole(3, 1),
    r5: whole(3, 1),
    r6: whole(4, 2),
    r7: whole(4, 1),
    r8: whole(4, 1),
    r9: whole(4, 2),
    r10: whole(3, 2),
    r11: whole(4, 2),
    r12: whole(3, 2),
    r13: whole(3, 0),
    r14: whole(3, 2),
    r15: whole(3, 1),
    r16: whole(3, 2),
  })
})
