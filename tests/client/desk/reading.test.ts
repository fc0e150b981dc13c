import { describe, expect, test } from 'vitest'
import { emptyCard, keepCard, readCard } from '../../../client/desk/card-draft.ts'
import { findPerson } from '../../../client/desk/find-person.ts'
import { freshId } from '../../../client/desk/fresh-id.ts'
import { partAbout, readFragment, secretIn } from '../../../client/desk/parts.ts'
import { readFigure } from '../../../client/desk/read-figure.ts'
import { readSlotLine } from '../../../client/desk/read-slot-line.ts'
import { memoryStorage } from '../support/memory-storage.ts'

describe('what the desk reads', () => {
  test('the fragment of its address is a part, the team’s secret, or nothing', () => {
    const fragments = ['rooms', '', 'h4pTqIBy8481y5XHGrQlzA', 'drop-out/room/b102', 'drop-out/room/', 'drop-out/%/x']
    expect(fragments.map(readFragment)).toEqual([
      { type: 'part', part: 'rooms', about: null },
      { type: 'part', part: 'sessions', about: null },
      { type: 'secret', secret: 'h4pTqIBy8481y5XHGrQlzA' },
      { type: 'part', part: 'drop-out', about: { kind: 'room', id: 'b102' } },
      { type: 'part', part: 'drop-out', about: null },
      { type: 'part', part: 'drop-out', about: null },
    ])
    expect(readFragment(partAbout('drop-out', 'slot', 'a/b 1').slice(1))).toEqual({
      type: 'part',
      part: 'drop-out',
      about: { kind: 'slot', id: 'a/b 1' },
    })
  })

  test('U37 a figure is read as people write it, also minutes as hours; anything else is none', () => {
    const typed = ['10', ' 7 ', '10 min', '15 minutes', '1h', '1h30', '1 h 5', '', 'dix', '1,5', '-3', '121', '2h01']
    expect(typed.map((text) => readFigure(text, 0, 120))).toEqual([
      10,
      7,
      10,
      15,
      60,
      90,
      65,
      0,
      null,
      null,
      null,
      null,
      null,
    ])
    expect(['', '0', '1'].map((text) => readFigure(text, 1, 5))).toEqual([1, null, 1])
  })

  test('the team’s key is found in a whole link or alone', () => {
    expect(['https://forum.example.org/brest/desk#abc', ' abc ', '', 'x#'].map(secretIn)).toEqual([
      'abc',
      'abc',
      '',
      '',
    ])
  })

  test('S2 a line adds a slot, a rule of slots, or a common moment by its name', () => {
    expect(['11h-12h', '2 × 30 min, dès 9h', '12:00-13:30 Repas', 'bientôt', ''].map(readSlotLine)).toEqual([
      [{ start: '11:00', end: '12:00', kind: 'open', label: '' }],
      [
        { start: '09:00', end: '09:30', kind: 'open', label: '' },
        { start: '09:30', end: '10:00', kind: 'open', label: '' },
      ],
      [{ start: '12:00', end: '13:30', kind: 'common', label: 'Repas' }],
      [],
      [],
    ])
  })

  test('a name is found whatever its case and accents', () => {
    const people = new Map(
      ['Maëlle', 'Zoé'].map((name, index) => [
        String(index),
        { id: String(index), name, role: 'participant' as const },
      ]),
    )
    expect([findPerson(people, ' maelle ')?.id, findPerson(people, 'ZOE')?.id, findPerson(people, 'Zo')]).toEqual([
      '0',
      '1',
      null,
    ])
  })

  test('ids are readable and never taken', () => {
    const taken = new Set(['b102', 'b102-2', 'room'])
    expect(['B102', 'Été', '???'].map((name) => freshId(name, 'room', (id) => taken.has(id)))).toEqual([
      'b102-3',
      'ete',
      'room-2',
    ])
  })

  test('U3 a card that is being typed survives a reload, one for each forum', () => {
    const storage = memoryStorage()
    const card = { title: 'Lire', host: 'Jeanne', roomId: 'b102', slotId: 's1' }
    keepCard(storage, 'brest', card)
    expect([readCard(storage, 'brest'), readCard(storage, 'rennes')]).toEqual([card, emptyCard])
    storage.setItem('desk-card brest', '{"title": 3')
    expect(readCard(storage, 'brest')).toEqual(emptyCard)
  })
})
