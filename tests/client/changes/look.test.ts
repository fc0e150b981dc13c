import { describe, expect, test } from 'vitest'
import { caughtUp, differences, lookOf, type Seen } from '../../../client/changes/look.ts'
import { keepLook, readLook } from '../../../client/changes/look-store.ts'
import { build, by, claim, propose, proposed, sessionId, team } from '../../support/boards.ts'
import { memoryStorage } from '../support/memory-storage.ts'

const cell = (roomId: string, slotId: string) => ({ roomId, slotId })
const seen = (title: string, more: Partial<Seen> = {}): Seen => ({
  title,
  cell: null,
  into: null,
  locked: false,
  ...more,
})

const placed = build(proposed, [[by('ana'), claim(1, 'b101', 's1')]])

describe('what changed between two looks', () => {
  test('U36 a session is new, placed, moved, released or withdrawn, each told once', () => {
    const start = lookOf(placed)
    const after = build(placed, [
      [by('ana'), { type: 'move', sessionId: sessionId(1), roomId: 'hall', slotId: 's2' }],
      [by('brieuc'), claim(2, 'b101', 's1')],
      [by('chloe'), propose(3)],
    ])
    expect(differences(start, lookOf(after))).toEqual([
      {
        sessionId: sessionId(1),
        title: 'Sujet 1',
        type: 'moved',
        from: cell('b101', 's1'),
        to: cell('hall', 's2'),
      },
      { sessionId: sessionId(2), title: 'Sujet 2', type: 'placed', to: cell('b101', 's1') },
      { sessionId: sessionId(3), title: 'Sujet 3', type: 'fresh', to: null },
    ])
    const later = build(after, [
      [by('ana'), { type: 'release', sessionId: sessionId(1) }],
      [by('brieuc'), { type: 'withdraw', sessionId: sessionId(2) }],
    ])
    expect(differences(lookOf(after), lookOf(later))).toEqual([
      { sessionId: sessionId(1), title: 'Sujet 1', type: 'released', from: cell('hall', 's2') },
      { sessionId: sessionId(2), title: 'Sujet 2', type: 'withdrawn', from: cell('b101', 's1') },
    ])
    expect(differences(start, start)).toEqual([])
  })

  test('U36 a move weighs more than a lock, a merge more than a move', () => {
    const before = new Map([['a', seen('A', { cell: cell('x', '1') })]])
    const kindsOf = (after: Seen) => differences(before, new Map([['a', after]])).map(({ type }) => type)
    expect([
      kindsOf(seen('A', { cell: cell('x', '1'), locked: true })),
      kindsOf(seen('A', { cell: cell('y', '1'), locked: true })),
      kindsOf(seen('A', { into: 'b' })),
      kindsOf(seen('Another title', { cell: cell('x', '1') })),
    ]).toEqual([['locked'], ['moved'], ['merged'], []])
    const inside = new Map([['a', seen('A', { into: 'b' })]])
    expect(differences(inside, before).map(({ type }) => type)).toEqual(['unmerged'])
  })

  test('U36 what one did oneself counts as seen, and the rest stays to be seen', () => {
    const now = lookOf(build(placed, [[team, { type: 'withdraw', sessionId: sessionId(1) }]]))
    expect(caughtUp(lookOf(placed), now, [sessionId(1)])).toEqual(now)
    expect(caughtUp(lookOf(placed), now, [])).toEqual(lookOf(placed))
  })
})

describe('a look that is kept on the device', () => {
  test('U36 is the same when it is read again, but for the end of long titles', () => {
    const kept = new Map<string, string>()
    const look = new Map([
      ['a', seen('A', { cell: cell('x', '1'), locked: true })],
      ['b', seen('é'.repeat(100), { into: 'a' })],
    ])
    keepLook(memoryStorage(kept), 'look', { at: 12, look })
    expect(readLook(memoryStorage(kept), 'look')).toEqual({
      at: 12,
      look: new Map([...look, ['b', seen('é'.repeat(80), { into: 'a' })]]),
    })
  })

  test('U36 what can’t be read, or is of another kind, counts as none', () => {
    const texts = ['', '{', 'null', '[]', '{"at":1}', '{"at":"1","rows":[]}', '{"at":1,"rows":[["a","b"]]}']
    expect(texts.map((text) => readLook(memoryStorage(new Map([['look', text]])), 'look'))).toEqual(
      texts.map(() => null),
    )
    expect(readLook(memoryStorage(new Map()), 'look')).toBe(null)
  })

  test('U36 where there is no room left, the earlier one goes too: a half-true list would be worse than none', () => {
    const kept = new Map([['look', 'earlier']])
    const full = {
      ...memoryStorage(kept),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    keepLook(full, 'look', { at: 1, look: new Map() })
    expect([...kept]).toEqual([])
  })

  test('U36 a thousand sessions take less than a fifth of a megabyte', () => {
    const kept = new Map<string, string>()
    const rows = Array.from({ length: 1000 }, (_, n): [string, Seen] => [
      sessionId(n),
      seen('Un titre comme on en lit souvent, d’une soixantaine de lettres', { cell: cell('b101', '2024-07-03-1100') }),
    ])
    keepLook(memoryStorage(kept), 'look', { at: 1, look: new Map(rows) })
    expect(kept.get('look')?.length).toBeLessThan(200_000)
  })
})
