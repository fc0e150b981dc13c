import { beforeAll, expect, test } from 'vitest'
import { changesWords } from '../../../client/i18n/changes.ts'
import type { ForumStore } from '../../../client/sync/forum-store.ts'
import type { LastAction } from '../../../client/ui/last-action.ts'
import { undoneText } from '../../../client/ui/undo.ts'
import type { Board } from '../../../shared/board.ts'
import type { BoardEvent, Entry } from '../../../shared/events.ts'
import { before, build, by, claim, proposed, sessionId } from '../../support/boards.ts'

beforeAll(() => changesWords.ready())

const entry = (commandId: string, event: BoardEvent): Entry => ({
  seq: 1,
  commandId,
  by: 'ana',
  at: before,
  events: [event],
})
const id = sessionId(1)
const withdrawal = entry('c1', { type: 'session-withdrawn', sessionId: id })
const restoring = entry('u1', { type: 'session-released', sessionId: id })
const placed = build(proposed, [[by('ana'), claim(1, 'b101', 's1')]])

/** What a page says of the undoing of c1, of which it remembers and heard so much. */
const said = (heard: readonly Entry[], last: LastAction | null, board: Board, boardBefore: Board): string => {
  const forum = { confirmed: () => board, board: () => board, frame: () => board.frame, entries: () => heard }
  return undoneText(forum as ForumStore, 'c1', restoring, { last, before: boardBefore })
}

test('U33 what was taken back is said also where it was confirmed only just then, and is gone by now', () => {
  const last: LastAction = { commandId: 'c1', done: { kind: 'edited', to: ['Sujet 1'] }, at: before }
  const another = { ...last, commandId: 'c0' }
  const without: Board = { ...proposed, sessions: new Map() }
  expect([
    said([], last, proposed, placed),
    said([withdrawal], null, proposed, without),
    said([withdrawal], another, without, placed),
    said([entry('c2', { type: 'rooms-ordered', roomIds: [] })], null, proposed, placed),
  ]).toEqual([
    'Annulé : « Sujet 1 » modifié.',
    'Annulé : « Sujet 1 » retiré.',
    'Annulé : « Sujet 1 » retiré.',
    'C’est annulé : « Sujet 1 » décroché.',
  ])
})
