import type { Board, Walk } from '../board.ts'
import type { Context } from '../context.ts'
import { byTeam, type Decision, refuse } from '../decision.ts'
import { cleanLine, foldText } from '../words.ts'
import type { SetFigures, SetRule } from './rules.schema.ts'

/** Two sessions never share a room, whatever a team may wish: the database refuses it too (B1). */
export const decideSetRule = (board: Board, { rule, level }: SetRule, context: Context): Decision =>
  rule === 'place-free' && level !== 'block'
    ? refuse('fixed-rule')
    : byTeam(board, context, [{ type: 'rule-set', rule, level }])

/** Names cleaned, each pair once (the last said counts, whichever way), none from a building to itself. */
const cleanWalks = (walks: readonly Walk[]): readonly Walk[] => {
  const byPair = new Map<string, Walk>()
  for (const { from, to, minutes } of walks) {
    const walk = { from: cleanLine(from), to: cleanLine(to), minutes }
    const ends = [foldText(walk.from), foldText(walk.to)]
    if (ends[0] !== ends[1]) byPair.set(ends.sort().join('\n'), walk)
  }
  return [...byPair.values()]
}

export const decideSetFigures = (board: Board, command: SetFigures, context: Context): Decision => {
  const { type: _, walks, ...figures } = command
  if (walks?.some(({ from, to }) => foldText(cleanLine(from)) === '' || foldText(cleanLine(to)) === '') === true) {
    return refuse('empty-text')
  }
  const changes = walks === undefined ? figures : { ...figures, walks: cleanWalks(walks) }
  return byTeam(board, context, [{ type: 'figures-set', changes }])
}
