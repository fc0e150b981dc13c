import { expect, test } from 'vitest'
import { newsOf } from '../../../client/board/news.ts'
import type { BoardEvent, Entry } from '../../../shared/events.ts'
import { before, proposed, sessionId } from '../../support/boards.ts'

const entry = (by: string, ...events: BoardEvent[]): Entry => ({
  seq: 1,
  commandId: sessionId(9),
  by,
  at: before,
  events,
})
const placed = (n: number): BoardEvent => ({
  type: 'session-placed',
  sessionId: sessionId(n),
  roomId: 'hall',
  slotIds: ['s1'],
})

test('what others did is counted once per session, as what became of it last', () => {
  const session = proposed.sessions.get(sessionId(1))
  if (session === undefined) throw new Error('no session')
  const entries = [
    entry('ana', { type: 'session-proposed', session }, placed(1)),
    entry('brieuc', placed(2)),
    entry('brieuc', placed(2)),
    entry('ana', { type: 'session-released', sessionId: sessionId(3) }),
    entry('you', placed(4)),
    entry('team', { type: 'session-locked', sessionId: sessionId(5) }),
  ]
  expect(newsOf(entries, 'you')).toEqual({ proposed: 0, placed: 2, gone: 1 })
})

test('one’s own acts and the frame are no news', () => {
  expect(newsOf([entry('you', placed(1)), entry('team', { type: 'room-removed', roomId: 'hall' })], 'you')).toBeNull()
})
