import { describe, expect, test } from 'vitest'
import type { Difference } from '../../../client/changes/look.ts'
import { type Concern, explained, pushesOf } from '../../../client/changes/pushed.ts'
import { pushText, type Sayings, takenFrom } from '../../../client/changes/say-push.ts'
import { touchedBy } from '../../../client/changes/touched-by.ts'
import { changes as english } from '../../../client/i18n/en/changes.ts'
import { changes as french } from '../../../client/i18n/fr/changes.ts'
import { describeEntry } from '../../../client/ui/describe.ts'
import { doneText } from '../../../client/ui/done.ts'
import { hearAway, useHeardAway } from '../../../client/ui/heard-away.ts'
import type { BoardEvent, Entry } from '../../../shared/events.ts'
import { before, entryBy } from '../../support/boards.ts'

const from = { roomId: 'b102', slotId: 's3' }
const to = { roomId: 'hall', slotId: 's4' }
const placed: BoardEvent = { type: 'session-placed', sessionId: 'a', roomId: 'hall', slotIds: ['s4'] }
const accepted: BoardEvent = { type: 'offer-ended', offerId: 'o', how: 'accepted' }
const moved: Difference = { sessionId: 'a', title: 'Semer', type: 'moved', from, to }
const concerns =
  (concern: Concern | null) =>
  (id: string): Concern | null =>
    id === 'a' ? concern : null

/** What was fetched of an absence. */
const awayUntil = (until: number, entries: readonly Entry[]) => ({ slug: 'essai', epoch: 'e', until, entries })

const sayings = (words: typeof french): Sayings => ({
  words,
  cellText: ({ roomId, slotId }) => `${roomId} ${slotId}`,
  nameOf: ({ by }) => (by === 'anne' ? 'Anne' : null),
  titleOf: (id) => `titre de ${id}`,
})

describe('what is pushed', () => {
  test('U35 only what concerns one, and never what one did oneself', () => {
    const push = { difference: moved, by: 'anne', agreed: false, seq: 1 }
    expect(pushesOf([moved], [entryBy('anne', placed)], 'you', concerns('hosted'), 1)).toEqual([
      { ...push, concern: 'hosted' },
    ])
    expect(pushesOf([moved], [entryBy('anne', placed)], 'you', concerns('starred'), 1)).toEqual([
      { ...push, concern: 'starred' },
    ])
    expect(pushesOf([moved], [entryBy('anne', placed)], 'you', concerns(null), 1)).toEqual([])
    expect(pushesOf([moved], [entryBy('anne', placed), entryBy('you', placed)], 'you', concerns('hosted'), 1)).toEqual(
      [],
    )
  })

  test('U34 what was told without who did it is explained by what is fetched of that time, and never one’s own', () => {
    const untold = { difference: moved, concern: 'hosted', by: null, agreed: false, seq: 1 } as const
    const known = { ...untold, by: 'brieuc' } as const
    const after = (entries: readonly Entry[], push: typeof untold | typeof known = untold) =>
      explained(new Map([['a', push]]), awayUntil(1, entries), 'you')
    expect(after([entryBy('anne', accepted, placed)])).toEqual(
      new Map([['a', { ...untold, by: 'anne', agreed: true }]]),
    )
    expect(after([entryBy('anne', accepted, placed), entryBy('brieuc', placed)])).toEqual(new Map([['a', known]]))
    expect(after([entryBy('you', placed)])).toEqual(new Map())
    expect([after([]), after([entryBy('anne', accepted)]), after([entryBy('anne', placed)], known)]).toEqual([
      null,
      null,
      null,
    ])
  })

  test('U34 what happened after a later absence is not told as done by who touched it in an earlier one', () => {
    const later = { difference: moved, concern: 'hosted', by: null, agreed: false, seq: 7 } as const
    const after = (until: number, ...entries: readonly Entry[]) =>
      explained(new Map([['a', later]]), awayUntil(until, entries), 'you')
    const own = entryBy('you', placed)
    const anne: Entry = { ...entryBy('anne', placed), seq: 6 }
    expect(after(6, own, anne)).toBe(null)
    // Nor by who touched it since.
    expect(after(8, anne, { ...own, seq: 8 })).toEqual(new Map([['a', { ...later, by: 'anne' }]]))
  })

  test('U34 what was fetched of one forum, or of its log before a restore, explains nothing of another', () => {
    const heard = awayUntil(6, [entryBy('anne', placed)])
    hearAway(heard)
    const of = (slug: string, epoch: string) => useHeardAway({ slug, epoch: () => epoch })()
    expect(of('essai', 'e')).toEqual(heard)
    expect([of('autre', 'e'), of('essai', 'f')].map(({ until, entries }) => [until, entries])).toEqual([
      [-1, []],
      [-1, []],
    ])
  })

  test('U35 a lock is told to hosts only, and a new session to nobody', () => {
    const locked: Difference = { sessionId: 'a', title: 'Semer', type: 'locked' }
    const fresh: Difference = { sessionId: 'a', title: 'Semer', type: 'fresh', to: null }
    const count = (difference: Difference, concern: Concern) =>
      pushesOf([difference], [], 'you', concerns(concern), 1).length
    expect([count(locked, 'hosted'), count(locked, 'starred'), count(fresh, 'hosted')]).toEqual([1, 0, 0])
  })

  test('U34 it says who, what, from where and to where; what was agreed is no intrusion and is not put back', () => {
    const [push] = pushesOf([moved], [entryBy('anne', placed)], 'you', concerns('hosted'), 1)
    const [agreed] = pushesOf([moved], [entryBy('anne', accepted, placed)], 'you', concerns('hosted'), 1)
    const [unseen] = pushesOf([moved], [], 'you', concerns('hosted'), 1)
    if (push === undefined || agreed === undefined || unseen === undefined) throw new Error('nothing is pushed')
    expect([push, agreed, unseen].map((each) => pushText(each, sayings(english)))).toEqual([
      'Anne moved “Semer”: hall s4 (was b102 s3)',
      'Agreed with Anne: “Semer”, hall s4 (was b102 s3)',
      'Somebody moved “Semer”: hall s4 (was b102 s3)',
    ])
    expect(pushText(push, sayings(french))).toBe('Anne a déplacé « Semer » : hall s4 (avant : b102 s3)')
    expect([push, agreed].map(takenFrom)).toEqual([from, null])
    expect(takenFrom({ ...push, concern: 'starred' })).toBe(null)
  })
})

test('U33 an entry is told by its first event, and touches each session that it names', () => {
  const known = {
    titleOf: (id: string) => id.toUpperCase(),
    roomOf: (id: string) => `Salle ${id}`,
    startOf: (id: string) => (id === 's1' ? before : undefined),
  }
  const done = [
    entryBy('you', placed),
    entryBy('you', { type: 'session-withdrawn', sessionId: 'a' }),
    entryBy('you', accepted, placed),
    entryBy('you', { type: 'room-edited', roomId: 'b', changes: {} }),
    entryBy('you', { type: 'slot-removed', slotId: 's1' }),
    entryBy('you', { type: 'rule-set', rule: 'own-limit', level: 'off' }),
    entryBy('you', { type: 'day-labelled', date: '2026-05-29', label: '' }),
  ].map((each) => describeEntry(each, known))
  const said = (words: typeof french) =>
    done.map((each) => doneText(each, { words, cellText: sayings(words).cellText, timeText: () => '10:00' }))
  expect(said(english)).toEqual([
    '“A” placed, hall s4',
    '“A” withdrawn',
    'an answer to an offer',
    'room Salle b changed',
    'slot at 10:00 removed',
    'level of the rule “Sessions per person”',
    'a setting of the forum',
  ])
  // Kept without its words, it is told in the language that is in use by then.
  expect(said(french)).toEqual([
    '« A » posé, hall s4',
    '« A » retiré',
    'réponse à une proposition',
    'salle Salle b modifiée',
    'créneau de 10:00 enlevé',
    'niveau de la règle « Sujets par personne »',
    'réglage du forum',
  ])
  expect(touchedBy(entryBy('you', placed, accepted, { type: 'session-released', sessionId: 'b' }))).toEqual(['a', 'b'])
})
