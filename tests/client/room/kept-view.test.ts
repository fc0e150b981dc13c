import { describe, expect, test } from 'vitest'
import { keepView, keptView, viewAt } from '../../../client/room/kept-view.ts'
import { type RoomView, roomView } from '../../../client/room/room-view.ts'
import { HOUR, MINUTE } from '../../../shared/time.ts'
import { at, build, by, claim, propose, smallBoard, team } from '../../support/boards.ts'
import { memoryStorage } from '../support/memory-storage.ts'

const board = build(smallBoard, [
  [by('ana'), propose(1)],
  [by('ana'), claim(1, 'b101', 's1')],
  [by('brieuc'), propose(2)],
  [by('brieuc'), claim(2, 'b101', 's3')],
])
const seen = (time: string): RoomView => {
  const view = roomView(board, new Map(), 'b101', at(time))
  if (view === null) throw new Error('no room')
  return view
}

describe('a door moved on to later', () => {
  test.each(['09:45', '10:40', '12:10', '13:45', '14:40', '16:00'])(
    'U16 at %s the copy of the morning says what the board says',
    (time) => {
      expect(viewAt(seen('09:00'), at(time))).toEqual({ ...seen(time), common: null })
    },
  )

  test.each(['09:20', '10:40', '12:00', '12:45', '14:00'])(
    'U16 V2 at %s the copy ends free time where the board does: at a common moment, a closed or a reserved hour',
    (time) => {
      const shut = build(board, [
        [team, { type: 'set-cells', cells: [{ roomId: 'hall', slotId: 's2' }], use: { type: 'closed' } }],
        [
          team,
          {
            type: 'set-cells',
            cells: [{ roomId: 'hall', slotId: 's4' }],
            use: { type: 'reserved', collectiveId: null },
          },
        ],
      ])
      const hall = (when: string) => {
        const view = roomView(shut, new Map(), 'hall', at(when))
        if (view === null) throw new Error('no room')
        return view
      }
      expect(viewAt(hall('09:00'), at(time)).freeUntil).toBe(hall(time).freeUntil)
      // As the server answers it, it has no day.
      const { day: _, ...short } = hall('09:00')
      expect(viewAt(short, at('09:20')).freeUntil).toBe(at('10:45'))
      expect(viewAt(short, at('10:45')).freeUntil).toBe(null)
    },
  )

  test('U16 the server’s short answer, which has no day, is moved on too', () => {
    const { day: _, ...short } = seen('10:00')
    expect([viewAt(short, at('10:00')).current?.session.title, viewAt(short, at('10:45')).current]).toEqual([
      'Sujet 1',
      null,
    ])
    expect(viewAt(short, at('10:45')).freeUntil).toBe(at('13:30'))
  })
})

describe('what a device keeps of a door', () => {
  test('U16 it is shown moved on by this device’s own clock, however wrong that is', () => {
    const device = memoryStorage()
    const wrong = at('09:00') - 7 * HOUR
    keepView(device, 'brest', seen('10:00'), wrong)
    const kept = keptView(device, 'brest', 'b101', wrong + 45 * MINUTE)
    expect(kept?.freshAt).toBe(at('10:00'))
    expect(kept?.view).toEqual({ ...seen('10:45'), common: null })
  })

  test('U16 another room, another forum, nothing kept, something unreadable: no copy', () => {
    const device = memoryStorage()
    keepView(device, 'brest', seen('10:00'), 0)
    expect([keptView(device, 'brest', 'b102', 0), keptView(device, 'quimper', 'b101', 0)]).toEqual([null, null])
    for (const key of device.kept.keys()) device.kept.set(key, '{')
    expect(keptView(device, 'brest', 'b101', 0)).toBe(null)
  })

  test('U16 an old day says nothing of today', () => {
    const device = memoryStorage()
    keepView(device, 'brest', seen('10:00'), 0)
    expect(keptView(device, 'brest', 'b101', 13 * HOUR)).not.toBe(null)
    expect(keptView(device, 'brest', 'b101', 15 * HOUR)).toBe(null)
  })

  test('U16 a storage that refuses keeps nothing and breaks nothing', () => {
    const full = {
      setItem: () => {
        throw new Error('full')
      },
    }
    expect(() => keepView(full, 'brest', seen('10:00'), 0)).not.toThrow()
  })
})
