import type { Board } from '../board.ts'
import type { Context } from '../context.ts'
import type { SessionId } from '../ids.ts'
import type { Finding } from '../refusals.ts'
import type { Steps } from '../steps.ts'
import { judgedAt } from './ground.ts'
import type { Spot } from './options.ts'

/** Rules that are told of a session that fits nowhere. */
const toldReasons = 3

/** What stands against every cell that a session could still go to, told once for each rule, the most frequent first; a step for each slot. */
export function* reasonsOf(
  board: Board,
  context: Context,
  sessionId: SessionId,
  origin: Spot | undefined,
): Steps<readonly Finding[]> {
  const byRule = new Map<string, { readonly finding: Finding; times: number }>()
  const slots = [...board.slots.values()].filter(({ kind, start }) => kind === 'open' && start > context.now)
  // The findings that are told are those of its own time, where there are some.
  slots.sort((a, b) => Math.abs(a.start - (origin?.start ?? 0)) - Math.abs(b.start - (origin?.start ?? 0)))
  for (const { id: slotId } of slots) {
    yield
    for (const { id: roomId, kind } of board.rooms.values()) {
      if (kind === 'continuous') continue
      for (const finding of judgedAt(board, context, sessionId, { roomId, slotId })) {
        if (finding.level !== 'block') continue
        const known = byRule.get(finding.rule)
        if (known === undefined) byRule.set(finding.rule, { finding, times: 1 })
        else known.times += 1
      }
    }
  }
  const told = [...byRule.values()].sort((a, b) => b.times - a.times).slice(0, toldReasons)
  return told.map(({ finding }) => finding)
}
