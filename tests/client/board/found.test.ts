import { expect, test } from 'vitest'
import { choicesOf, foundBy, sessionsFound } from '../../../client/board/found.ts'
import { nothingWanted } from '../../../client/board/wanted.ts'
import type { Session } from '../../../shared/board.ts'
import { mergedInto, proposed, sessionId } from '../../support/boards.ts'

const first = proposed.sessions.get(sessionId(1))
if (first === undefined) throw new Error('no session')
const put = (n: number, changes: Partial<Session>): [string, Session] => [
  sessionId(n),
  { ...first, id: sessionId(n), ...changes },
]
const board = {
  ...proposed,
  sessions: new Map([
    put(1, { title: 'Réparer un vélo', tags: ['Été'], format: 'workshop', hosts: ['ana'] }),
    put(2, { title: 'Vélos électriques', tags: ['été'], format: 'talk', hosts: ['brieuc'] }),
    put(3, { title: 'Chœur', tags: [], format: 'talk', hosts: ['ana'] }),
  ]),
}
const searched = {
  board,
  stars: new Set([sessionId(3)]),
  people: new Map([['ana', { id: 'ana', name: 'Anaïs', role: 'participant' as const }]]),
}
const found = (wanted: Partial<typeof nothingWanted>) =>
  [...sessionsFound(searched, { ...nothingWanted, ...wanted })].map((id) => [1, 2, 3].find((n) => sessionId(n) === id))

test('U11 every word is found without its accents, in titles and in names', () => {
  expect([
    found({ text: 'VELO' }),
    found({ text: 'velo anais' }),
    found({ text: 'choeur' }),
    found({ text: 'tuba' }),
  ]).toEqual([[1, 2], [1], [3], []])
})

test('U11 a session is found by what is held inside it, and by who hosts that', () => {
  const both = { ...searched, board: mergedInto(board, 3, 2) }
  const ids = (text: string) => [...sessionsFound(both, { ...nothingWanted, text })]
  expect([ids('choeur'), ids('electriques anais')]).toEqual([[sessionId(2), sessionId(3)], [sessionId(2)]])
})

test('U11 format, tag and stars narrow it; free cells alone ask for no session', () => {
  expect([found({ format: 'talk' }), found({ tag: 'ete' }), found({ stars: true }), found({ free: true })]).toEqual([
    [2, 3],
    [1, 2],
    [3],
    [],
  ])
})

test('what has no cell is counted apart, and tags are listed once', () => {
  expect(foundBy({ ...board, placements: new Map() }, new Set([sessionId(1), sessionId(2)]))).toEqual({
    days: new Map(),
    parked: 2,
  })
  expect(choicesOf(board).tags).toHaveLength(1)
})
