import { expect, test } from 'vitest'
import { applySnapshot, emptyState } from '../../../client/sync/board-state.ts'
import { applyEntries } from '../../../client/sync/board-store.ts'
import { boardToJson } from '../../../shared/board-json.ts'
import { decide } from '../../../shared/decide.ts'
import type { Entry } from '../../../shared/events.ts'
import { before, by, propose, sessionId, smallBoard } from '../../support/boards.ts'

const decision = decide(smallBoard, propose(1), by('ana'))
const entry: Entry = {
  seq: 8,
  commandId: sessionId(900),
  by: 'ana',
  at: before,
  events: decision.type === 'accepted' ? decision.events : [],
}
const snapshot = { epoch: 'e', seq: 7, board: boardToJson(smallBoard) }
const held = applyEntries(applySnapshot(emptyState, snapshot), [entry]).state

test('P5 a snapshot is taken whatever its seq: the database may have been put back by hand', () => {
  expect(applySnapshot(held, snapshot)).toEqual(applySnapshot(emptyState, snapshot))
})

test('P5 a snapshot of another epoch is taken, whatever its seq', () => {
  const restored = applySnapshot(held, { ...snapshot, epoch: 'f', seq: 3 })
  expect([restored.epoch, restored.seq, restored.confirmed.sessions.size]).toEqual(['f', 3, 0])
})

test('P5 a gap is said, and nothing after it is folded', () => {
  const applied = applyEntries(held, [{ ...entry, seq: 10, commandId: sessionId(901) }])
  expect([applied.type, applied.state.seq]).toEqual(['gap', 8])
})
