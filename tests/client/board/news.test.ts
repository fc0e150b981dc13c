import { expect, test } from 'vitest'
import { newsOf } from '../../../client/board/news.ts'
import type { BoardEvent } from '../../../shared/events.ts'
import { entryBy, proposed, sessionId } from '../../support/boards.ts'

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
    entryBy('ana', { type: 'session-proposed', session }, placed(1)),
    entryBy('brieuc', placed(2)),
    entryBy('brieuc', placed(2)),
    entryBy('ana', { type: 'session-released', sessionId: sessionId(3) }),
    entryBy('you', placed(4)),
    entryBy('team', { type: 'session-locked', sessionId: sessionId(5) }),
  ]
  expect(newsOf(entries, 'you')).toEqual({ proposed: 0, placed: 2, gone: 1 })
})

test('one’s own acts and the frame are no news', () => {
  expect(
    newsOf([entryBy('you', placed(1)), entryBy('team', { type: 'room-removed', roomId: 'hall' })], 'you'),
  ).toBeNull()
})
