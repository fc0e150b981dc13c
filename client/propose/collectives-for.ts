import type { Board, Collective } from '../../shared/board.ts'
import type { Person } from '../../shared/protocol.ts'

/** The collectives in whose name somebody may propose: their own, or for the team all. */
export const collectivesFor = (board: Board, you: Person | null): readonly Collective[] =>
  [...board.collectives.values()]
    .filter(({ people }) => you?.role === 'facilitator' || people.includes(you?.id ?? ''))
    .sort((a, b) => a.name.localeCompare(b.name))
