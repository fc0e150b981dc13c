import { describe, expect, test } from 'vitest'
import { emptyBoard } from '../../shared/board.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import { decide } from '../../shared/decide.ts'
import { evolve } from '../../shared/evolve.ts'
import { gridOf } from '../../shared/grid.ts'
import { at, build, by, claim, day, propose, proposed, sessionId, smallBoard, team } from '../support/boards.ts'

const codeOf = (board: typeof proposed, command: Command, context = team): string => {
  const decision = decide(board, command, context)
  return decision.type === 'accepted' ? 'accepted' : decision.refusal.code
}

const placed = build(proposed, [[by('ana'), claim(1, 'b101', 's3')]])

describe('rooms, slots and cells in use', () => {
  test('B13 a room or a slot that a session is in is not removed, nor its cell closed', () => {
    expect(codeOf(placed, { type: 'remove-room', roomId: 'b101' })).toBe('still-used')
    expect(codeOf(placed, { type: 'remove-slot', slotId: 's3' })).toBe('still-used')
    expect(codeOf(placed, { type: 'edit-slot', slotId: 's3', kind: 'common' })).toBe('still-used')
    expect(codeOf(placed, { type: 'edit-room', roomId: 'b101', kind: 'continuous' })).toBe('still-used')
    const cells = [{ roomId: 'b101', slotId: 's3' }]
    expect(codeOf(placed, { type: 'set-cells', cells, use: { type: 'closed' } })).toBe('still-used')
    expect(codeOf(placed, { type: 'remove-room', roomId: 'b102' })).toBe('accepted')
  })

  test('B13 a slot that changes its hours takes its sessions along', () => {
    const after = build(placed, [[team, { type: 'edit-slot', slotId: 's3', start: '13:40', end: '14:20' }]])
    const placement = after.placements.get(sessionId(1))
    expect([placement?.start, placement?.end]).toEqual([at('13:40'), at('14:20')])
  })

  test('B13 hours that would put two sessions in one room at one time are refused', () => {
    const full = build(placed, [[by('brieuc'), claim(2, 'b101', 's4')]])
    expect(codeOf(full, { type: 'edit-slot', slotId: 's3', end: '14:45' })).toBe('still-used')
    expect(codeOf(full, { type: 'edit-slot', slotId: 's3', end: '14:30' })).toBe('accepted')
  })

  test('B13 B8 a session of two slots is not torn: no slot of it moved away, no common moment put between', () => {
    const two = build(smallBoard, [
      [by('ana'), propose(1, { length: 2 })],
      [by('ana'), claim(1, 'b101', 's1')],
    ])
    const slot = { slotId: 'cafe', date: day, start: '10:30', end: '10:45' } as const
    expect(codeOf(two, { type: 'edit-slot', slotId: 's2', start: '08:00', end: '09:00' })).toBe('still-used')
    expect(codeOf(two, { type: 'edit-slot', slotId: 's2', start: '16:00', end: '17:00' })).toBe('still-used')
    expect(codeOf(two, { type: 'add-slot', ...slot, kind: 'common' })).toBe('still-used')
    expect(codeOf(two, { type: 'add-slot', ...slot, kind: 'open' })).toBe('accepted')
    const between = build(two, [[team, { type: 'add-slot', ...slot, kind: 'open' }]])
    expect(codeOf(between, { type: 'edit-slot', slotId: 'cafe', kind: 'common' })).toBe('still-used')
    expect(codeOf(two, { type: 'edit-slot', slotId: 's2', start: '10:40' })).toBe('accepted')
  })

  test('B13 the time zone is fixed once there are slots', () => {
    expect(codeOf(smallBoard, { type: 'frame-forum', timeZone: 'Europe/Madrid' })).toBe('still-used')
    expect(codeOf(smallBoard, { type: 'frame-forum', timeZone: 'Mars/Olympus' })).toBe('bad-time-zone')
  })

  test('B13 a collective that owns a cell is not removed', () => {
    const board = build(smallBoard, [
      [team, { type: 'add-collective', collectiveId: 'c', name: 'Réseau' }],
      [
        team,
        { type: 'set-cells', cells: [{ roomId: 'b101', slotId: 's1' }], use: { type: 'reserved', collectiveId: 'c' } },
      ],
    ])
    expect(codeOf(board, { type: 'remove-collective', collectiveId: 'c' })).toBe('still-used')
  })
})

describe('the colour of the forum', () => {
  test('U26 the team chooses one of a set, and a log without one still has the first', () => {
    expect(build(smallBoard, [[team, { type: 'frame-forum', accent: 'brick' }]]).frame.accent).toBe('brick')
    expect(codeOf(smallBoard, { type: 'frame-forum', accent: 'brick' }, by('ana'))).toBe('actor-may')
    const old = evolve(emptyBoard, { type: 'forum-framed', changes: { name: 'Forum de 2024' } }, at('10:00'))
    expect(old.frame).toEqual({ ...emptyBoard.frame, name: 'Forum de 2024', accent: 'sea' })
  })
})

describe('the order of the rooms', () => {
  const order = (...roomIds: string[]): Command => ({ type: 'order-rooms', roomIds })

  test('B5 the team orders the rooms, and everything that lists them follows', () => {
    const after = build(smallBoard, [[team, order('hall', 'fablab', 'b102', 'b101')]])
    expect([...after.rooms.keys()]).toEqual(['hall', 'fablab', 'b102', 'b101'])
    expect(gridOf(after, day).rooms.map((room) => room.id)).toEqual(['hall', 'b102', 'b101'])
    expect(codeOf(smallBoard, order('hall', 'fablab', 'b102', 'b101'), by('ana'))).toBe('actor-may')
  })

  test('B5 an order that is not of exactly the rooms that are there is refused', () => {
    expect(codeOf(smallBoard, order('hall', 'b102', 'b101'))).toBe('unknown-room')
    expect(codeOf(smallBoard, order('hall', 'hall', 'b102', 'b101'))).toBe('unknown-room')
    expect(codeOf(smallBoard, order('hall', 'fablab', 'b102', 'b101', 'b103'))).toBe('unknown-room')
    expect(codeOf(smallBoard, order('hall', 'fablab', 'b102', 'b103'))).toBe('unknown-room')
  })

  test('L6 an old order still replays when rooms have come and gone', () => {
    const after = evolve(smallBoard, { type: 'rooms-ordered', roomIds: ['gone', 'hall', 'b102'] }, 0)
    expect([...after.rooms.keys()]).toEqual(['hall', 'b102', 'b101', 'fablab'])
  })
})

describe('words and times', () => {
  test('B14 a title of invisible characters is empty, and others are kept without them', () => {
    expect(codeOf(smallBoard, propose(1, { title: ' \u200b\u202e ' }), by('ana'))).toBe('empty-text')
    const board = build(smallBoard, [
      [by('ana'), propose(1, { title: '  Agir\u202e en\n commun ', tags: ['Web', 'web', ' '] })],
    ])
    const session = board.sessions.get(sessionId(1))
    expect([session?.title, session?.tags]).toEqual(['Agir en commun', ['Web']])
  })

  test('B14 one person proposes at most forty sessions', () => {
    const many = build(
      smallBoard,
      Array.from({ length: 40 }, (_, n) => [by('ana'), propose(n)] as const),
    )
    expect(codeOf(many, propose(41), by('ana'))).toBe('too-many')
    expect(codeOf(many, propose(41), by('brieuc'))).toBe('accepted')
  })

  test('B14 the forty are counted for every host, so that no co-host’s name makes room for more', () => {
    const many = build(
      smallBoard,
      Array.from({ length: 40 }, (_, n) => [by('ana'), propose(n, { hosts: ['brieuc', 'ana'] })] as const),
    )
    expect(codeOf(many, propose(41, { hosts: ['carole', 'ana'] }), by('ana'))).toBe('too-many')
    expect(codeOf(many, propose(41), team)).toBe('accepted')
  })

  test('B14 a host is somebody of the forum, where everybody is known', () => {
    const known = { ...by('ana'), isPerson: (id: string) => id === 'ana' }
    expect(codeOf(smallBoard, propose(1, { hosts: ['ana', 'nobody'] }), known)).toBe('unknown-person')
    expect(codeOf(smallBoard, propose(1), known)).toBe('accepted')
  })

  test('B14 the id of a withdrawn session is not used again', () => {
    const board = build(proposed, [[by('ana'), { type: 'withdraw', sessionId: sessionId(1) }]])
    expect(codeOf(board, propose(1), by('brieuc'))).toBe('already-exists')
    expect(codeOf(board, propose(3), by('brieuc'))).toBe('accepted')
  })

  test('B14 names of rooms are told apart without case and accents', () => {
    expect(codeOf(smallBoard, { type: 'add-room', roomId: 'h2', name: 'HÀLL' })).toBe('already-exists')
  })

  test('B14 what is not there is named', () => {
    expect(codeOf(proposed, claim(9, 'b101', 's1'), by('ana'))).toBe('unknown-session')
    expect(codeOf(proposed, claim(1, 'z', 's1'), by('ana'))).toBe('unknown-room')
    expect(codeOf(proposed, claim(1, 'b101', 'z'), by('ana'))).toBe('unknown-slot')
    expect(codeOf(proposed, { type: 'move', sessionId: sessionId(1), roomId: 'b101', slotId: 's1' }, by('ana'))).toBe(
      'not-placed',
    )
    expect(codeOf(proposed, { type: 'release', sessionId: sessionId(1) }, by('ana'))).toBe('not-placed')
  })

  test('V4 an end not after the start is on the next day; the same hour twice, or over 16 hours, is no slot', () => {
    const night: Command = { type: 'add-slot', slotId: 'night', date: day, start: '22:00', end: '01:00' }
    expect(build(smallBoard, [[team, night]]).slots.get('night')?.end).toBe(at('01:00', '2024-07-04'))
    expect(codeOf(smallBoard, { ...night, end: '22:00' })).toBe('bad-time')
    expect(codeOf(smallBoard, { ...night, start: '10:00', end: '09:00' })).toBe('bad-time')
    expect(codeOf(smallBoard, { ...night, date: '2024-02-31' })).toBe('bad-time')
  })
})
