import { expect, test } from 'vitest'
import { isYoung, UndoTrail } from '../../../server/board/undo-trail.ts'
import type { BoardEvent, Entry } from '../../../shared/events.ts'
import { evolveEntry } from '../../../shared/evolve.ts'
import { before, build, propose, sessionId, smallBoard, team } from '../../support/boards.ts'
import { seededRandom } from '../../support/random.ts'

const sessions = Array.from({ length: 40 }, (_, n) => sessionId(n))

test('T1 whoever acts meanwhile, and however many, each one’s own last action is known for ten minutes', () => {
  const seed = Date.now()
  const random = seededRandom(seed)
  let board = build(
    smallBoard,
    sessions.map((_, n) => [team, propose(n)]),
  )
  let trail = UndoTrail.empty
  const last = new Map<string, Entry>()
  for (let seq = 1; seq <= 1500; seq += 1) {
    const at = before + seq * 2000
    const event: BoardEvent = random.chance(0.7)
      ? { type: 'session-placed', sessionId: random.pick(sessions), roomId: 'b101', slotIds: ['s1'] }
      : { type: 'session-released', sessionId: random.pick(sessions) }
    const entry: Entry = { seq, commandId: `c${seq}`, by: `person ${random.below(200)}`, at, events: [event] }
    const next = evolveEntry(board, entry)
    trail = trail.after(entry, board, next, at)
    board = next
    last.set(entry.by, entry)
    if (seq % 50 !== 0) continue
    for (const [personId, { commandId, at: since }] of last) {
      const known = trail.of(personId)
      if (isYoung({ at: since }, at)) expect(known?.commandId, `seed ${seed}`).toBe(commandId)
      else expect([undefined, commandId], `seed ${seed}`).toContain(known?.commandId)
    }
  }
})
