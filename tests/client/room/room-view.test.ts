import { describe, expect, test } from 'vitest'
import { nextFreeSlot } from '../../../client/room/next-free.ts'
import { roomView, shutNow } from '../../../client/room/room-view.ts'
import { at, build, by, claim, mergedInto, propose, smallBoard, team, zone } from '../../support/boards.ts'

const board = build(smallBoard, [
  [by('ana'), propose(1)],
  [by('ana'), claim(1, 'b101', 's1')],
  [by('brieuc'), propose(2)],
  [by('brieuc'), claim(2, 'b101', 's3')],
  [by('carole'), propose(3)],
  [by('carole'), claim(3, 'b101', 's4')],
  [team, { type: 'set-cells', cells: [{ roomId: 'hall', slotId: 's1' }], use: { type: 'closed' } }],
  [
    team,
    { type: 'set-cells', cells: [{ roomId: 'hall', slotId: 's2' }], use: { type: 'reserved', collectiveId: null } },
  ],
])
const people = new Map([['ana', { id: 'ana', name: 'Ana', role: 'participant' as const }]])

describe('a door', () => {
  test('V2 says what is in the room, what comes next, what later, with the names of the hosts', () => {
    const view = roomView(board, people, 'b101', at('10:00'))
    const told = (held: { session: { title: string }; hosts: readonly { name: string }[] } | null | undefined) =>
      held == null ? null : [held.session.title, ...held.hosts.map(({ name }) => name)]
    expect(view?.timeZone).toBe(zone)
    expect([told(view?.current), told(view?.next), view?.rest.map(told)]).toEqual([
      ['Sujet 1', 'Ana'],
      ['Sujet 2'],
      [['Sujet 3']],
    ])
  })

  test('V2 a session with another inside names both and all their hosts', () => {
    const both = mergedInto(build(board, [[by('ana'), propose(4)]]), 4, 2)
    const next = roomView(both, people, 'b101', at('10:00'))?.next
    expect([next?.session.title, next?.inside?.map(({ title }) => title), next?.hosts.map(({ name }) => name)]).toEqual(
      ['Sujet 2', ['Sujet 4'], ['Ana']],
    )
  })

  test('V2 says until when the room is free, and the common moment that runs', () => {
    const view = roomView(board, people, 'b101', at('12:30'))
    expect([view?.current, view?.freeUntil, view?.common?.label]).toEqual([null, at('13:30'), 'Buffet'])
  })

  test('V2 tells the whole day: sessions, common moments by name, free hours, and cells that are not for all', () => {
    const lines = (room: string) =>
      roomView(board, people, room, at('09:00'))?.day?.map((line) => {
        if (line.type === 'held') return line.held.session.title
        if (line.type === 'common') return line.label
        return line.type === 'free' ? `free ${line.slotId}` : line.why
      })
    expect(lines('b101')).toEqual(['Sujet 1', 'free s2', 'Buffet', 'Sujet 2', 'Sujet 3'])
    expect(lines('hall')).toEqual(['closed', 'reserved', 'Buffet', 'free s3', 'free long', 'free s4'])
  })

  test('V2 an hour that is closed or reserved is not called free while it runs', () => {
    const shut = (room: string, time: string) => {
      const view = roomView(board, people, room, at(time))
      const line = view === null ? null : shutNow(view)
      return line === null ? null : [line.why, line.end]
    }
    expect([shut('hall', '09:00'), shut('hall', '09:30'), shut('hall', '11:00'), shut('hall', '13:45')]).toEqual([
      null,
      ['closed', at('10:30')],
      ['reserved', at('11:45')],
      null,
    ])
    expect(shut('b101', '10:00')).toBe(null)
  })

  test('a room that is not there has no view', () => {
    expect(roomView(board, people, 'nowhere', at('10:00'))).toBe(null)
  })

  test('the free hour is the next slot that has not begun and that anybody may claim', () => {
    const next = (room: string, time: string) => nextFreeSlot(board, room, at(time))?.id ?? null
    expect([
      next('b101', '09:00'),
      next('b101', '10:45'),
      next('hall', '09:00'),
      next('hall', '14:00'),
      next('hall', '14:30'),
      next('fablab', '09:00'),
    ]).toEqual(['s2', null, 's3', 's4', null, null])
  })
})
