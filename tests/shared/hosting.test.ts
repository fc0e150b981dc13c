import { describe, expect, test } from 'vitest'
import type { Board, Session } from '../../shared/board.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import { decide } from '../../shared/decide.ts'
import { limits } from '../../shared/limits.ts'
import { at, before, build, by, claim, found, propose, sessionId, smallBoard, team } from '../support/boards.ts'
import { accept, cells, code, offer, ownSession } from '../support/offers.ts'

const one = { description: 'Tout.', tags: ['vélo'], needs: ['tables'], length: 2, expected: 12, language: 'fr' }

/** Ana and Eve host session 1, in B101 from s1 on; Brieuc hosts 2, parked. */
const board = build(smallBoard, [
  [team, propose(1, { ...one, hosts: ['ana', 'eve', 'carole'] })],
  [by('brieuc'), propose(2)],
  [by('ana'), claim(1, 'b101', 's1')],
])

const split = (hosts: readonly string[], more: Partial<Extract<Command, { type: 'split' }>> = {}): Command => ({
  type: 'split',
  sessionId: sessionId(1),
  newId: sessionId(9),
  title: ' Les outils,  en pratique ',
  hosts: [...hosts],
  ...more,
})

const repeat = (more: Partial<Extract<Command, { type: 'repeat' }>> = {}): Command => ({
  type: 'repeat',
  sessionId: sessionId(1),
  newId: sessionId(9),
  ...more,
})

const takeOver = (n: number): Command => ({ type: 'take-over', sessionId: sessionId(n) })
const stepBack = (n: number): Command => ({ type: 'step-back', sessionId: sessionId(n) })
const hosts = (on: Board, n: number) => ownSession(on, n).hosts

describe('split', () => {
  test('O10 the new one says the same under its own title, is parked, and takes the named hosts with it', () => {
    const now = before + 5000
    const two = build(board, [[by('ana', 'participant', now), split(['carole', 'eve'])]])
    const made: Session = {
      ...ownSession(board, 1),
      id: sessionId(9),
      title: 'Les outils, en pratique',
      hosts: ['carole', 'eve'],
      proposedAt: now,
    }
    expect(ownSession(two, 9)).toEqual(made)
    expect([hosts(two, 1), cells(two)]).toEqual([['ana'], { 1: 'b101 s1 s2' }])
  })

  test('O10 where no host is named, who splits it hosts both; where the team does, its hosts do', () => {
    const hers = build(board, [[by('eve'), split([])]])
    expect([hosts(hers, 1), hosts(hers, 9)]).toEqual([['ana', 'eve', 'carole'], ['eve']])
    const teams = build(board, [[team, split([])]])
    expect([hosts(teams, 1), hosts(teams, 9)]).toEqual([
      ['ana', 'eve', 'carole'],
      ['ana', 'eve', 'carole'],
    ])
  })

  test('O10 one host at least stays, and only its own hosts are shared out', () => {
    const codes = [split(['ana', 'eve', 'carole']), split(['brieuc']), split(['ana', 'brieuc'])].map((command) =>
      code(decide(board, command, team)),
    )
    expect(codes).toEqual(['hosts-to-share', 'hosts-to-share', 'hosts-to-share'])
  })

  test('O10 nobody else splits it, none that is locked, none under a used id or without a title', () => {
    expect(found(decide(board, split([]), by('brieuc')))).toEqual(['block actor-may'])
    const locked = build(board, [[team, { type: 'lock', sessionId: sessionId(1) }]])
    expect(found(decide(locked, split([]), by('ana')))).toEqual(['block locked'])
    expect(ownSession(build(locked, [[team, split([])]]), 9).locked).toBe(false)
    const gone = build(board, [[by('brieuc'), { type: 'withdraw', sessionId: sessionId(2) }]])
    const codes = [
      decide(board, split([], { newId: sessionId(2) }), by('ana')),
      decide(gone, split([], { newId: sessionId(2) }), by('ana')),
      decide(board, split([], { title: ' ' }), by('ana')),
      decide(board, split([], { sessionId: sessionId(77) }), by('ana')),
    ].map(code)
    expect(codes).toEqual(['already-exists', 'already-exists', 'empty-text', 'unknown-session'])
  })

  test('O10 it is a proposal: the door must be open, and each person has so many', () => {
    const shut = build(board, [[team, { type: 'close-door', door: 'propose' }]])
    expect(found(decide(shut, split([]), by('ana')))).toEqual(['block door-open'])
    const many = build(
      board,
      Array.from({ length: limits.sessionsPerPerson - 1 }, (_, n) => [by('ana'), propose(100 + n)] as const),
    )
    expect(code(decide(many, split([]), by('ana')))).toBe('too-many')
  })
})

describe('repeat', () => {
  test('O11 the same again, parked, linked to the first also where it is itself a repeat', () => {
    const twice = build(board, [[by('ana'), repeat()]])
    expect(ownSession(twice, 9)).toEqual({ ...ownSession(board, 1), id: sessionId(9), repeatOf: sessionId(1) })
    const thrice = build(twice, [[by('eve'), repeat({ sessionId: sessionId(9), newId: sessionId(10) })]])
    expect([ownSession(thrice, 10).repeatOf, cells(thrice)]).toEqual([sessionId(1), { 1: 'b101 s1 s2' }])
  })

  test('O11 with a cell it is claimed in the same entry', () => {
    const cell = { roomId: 'hall', slotId: 's3' }
    const decision = decide(board, repeat(cell), by('ana'))
    expect(decision).toMatchObject({
      type: 'accepted',
      events: [
        { type: 'session-proposed', session: { id: sessionId(9), repeatOf: sessionId(1) } },
        { type: 'session-placed', sessionId: sessionId(9), roomId: 'hall', slotIds: ['s3', 's4'] },
      ],
    })
  })

  test('O11 a cell that cannot be had leaves nothing behind, and others are offered', () => {
    const taken = decide(board, repeat({ roomId: 'b102', slotId: 's1' }), by('ana'))
    expect(found(taken).filter((each) => each.startsWith('block'))).toEqual(Array(2).fill('block host-free'))
    expect(taken).toMatchObject({
      refusal: { alternatives: [expect.anything(), expect.anything(), expect.anything()] },
    })
    expect(code(decide(board, repeat({ roomId: 'nowhere', slotId: 's3' }), by('ana')))).toBe('unknown-room')
    expect(code(decide(board, repeat({ roomId: 'hall' }), by('ana')))).toBe('unknown-slot')
    expect(code(decide(board, repeat({ slotId: 's3' }), by('ana')))).toBe('unknown-room')
  })

  test('O11 a session’s hosts and the team repeat it, and what is inside another is repeated for itself', () => {
    expect(found(decide(board, repeat(), by('brieuc')))).toEqual(['block actor-may'])
    expect(decide(board, repeat(), team).type).toBe('accepted')
    const merged = build(board, [
      [by('ana'), offer('merge', 1, 2)],
      [by('brieuc'), accept(1)],
      [by('ana'), repeat()],
    ])
    expect(ownSession(merged, 9)).toMatchObject({ merged: null, hosts: ['ana', 'eve', 'carole'] })
  })
})

describe('a host is sought', () => {
  const seeking = build(board, [[by('dora'), propose(5, { seeking: true })]])

  test('O12 anybody proposes what they do not host, and the first who likes it hosts it', () => {
    expect(hosts(seeking, 5)).toEqual([])
    const taken = build(seeking, [[by('brieuc'), takeOver(5)]])
    expect([hosts(taken, 5), code(decide(taken, takeOver(5), by('dora')))]).toEqual([['brieuc'], 'has-host'])
  })

  test('O12 until then it is the team’s to change and to place', () => {
    const tried: readonly Command[] = [
      { type: 'edit', sessionId: sessionId(5), title: 'Autre' },
      claim(5, 'hall', 's3'),
      { type: 'withdraw', sessionId: sessionId(5) },
      offer('merge', 5, 2),
    ]
    expect(tried.map((command) => code(decide(seeking, command, by('dora'))))).toEqual(tried.map(() => 'actor-may'))
    expect(tried.map((command) => decide(seeking, command, team).type)).toEqual(tried.map(() => 'accepted'))
  })

  test('O12 who takes over must be free at its place, and nobody takes over what is locked', () => {
    const placed = build(seeking, [[team, claim(5, 'hall', 's1')]])
    expect(found(decide(placed, takeOver(5), by('ana')))).toEqual(['block host-free'])
    expect(decide(placed, takeOver(5), by('brieuc')).type).toBe('accepted')
    const locked = build(placed, [[team, { type: 'lock', sessionId: sessionId(5) }]])
    expect(found(decide(locked, takeOver(5), by('brieuc')))).toEqual(['block locked'])
  })

  test('O9 O12 who takes over what is inside another must be free where that is held', () => {
    const inside = build(seeking, [
      [team, offer('merge', 5, 1)],
      [by('ana'), accept(1)],
      [by('brieuc'), claim(2, 'hall', 's2')],
    ])
    expect(ownSession(inside, 5).merged?.intoId).toBe(sessionId(1))
    expect(found(decide(inside, takeOver(5), by('brieuc')))).toEqual(['block host-free'])
    expect(hosts(build(inside, [[by('ana'), takeOver(5)]]), 5)).toEqual(['ana'])
  })

  test('O12 a host steps back; without one left the session stays, and seeks one', () => {
    const left = build(board, [
      [by('ana'), stepBack(1)],
      [by('carole'), stepBack(1)],
    ])
    expect(hosts(left, 1)).toEqual(['eve'])
    const alone = build(left, [[by('eve', 'participant', at('09:45')), stepBack(1)]])
    expect([hosts(alone, 1), cells(alone)]).toEqual([[], { 1: 'b101 s1 s2' }])
    expect(hosts(build(alone, [[by('ana'), takeOver(1)]]), 1)).toEqual(['ana'])
  })

  test('O12 nobody steps back for somebody else, not even the team; none from what is locked', () => {
    expect(found(decide(board, stepBack(1), by('brieuc')))).toEqual(['block actor-may'])
    expect(code(decide(board, stepBack(1), team))).toBe('hosts-decide')
    const locked = build(board, [[team, { type: 'lock', sessionId: sessionId(1) }]])
    expect(found(decide(locked, stepBack(1), by('ana')))).toEqual(['block locked'])
  })

  test('O12 proposing needs its door, and subjects without a host do not fill the board', () => {
    const shut = build(board, [[team, { type: 'close-door', door: 'propose' }]])
    expect(found(decide(shut, propose(5, { seeking: true }), by('dora')))).toEqual(['block door-open'])
    const many = build(
      board,
      Array.from(
        { length: limits.seekingSessions },
        (_, n) => [by('dora'), propose(200 + n, { seeking: true })] as const,
      ),
    )
    expect(code(decide(many, propose(5, { seeking: true }), by('dora')))).toBe('too-many')
    expect(decide(many, propose(5, { seeking: true }), team).type).toBe('accepted')
  })
})
