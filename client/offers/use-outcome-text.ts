import type { CellRef, SessionId } from '../../shared/ids.ts'
import { unreachable } from '../../shared/unreachable.ts'
import { typeset } from '../../shared/words.ts'
import { offersWords } from '../i18n/offers.ts'
import { useForum } from '../sync/forum-context.tsx'
import { useActs } from '../ui/use-acts.ts'
import type { Outcome } from './outcome.ts'

/** What would become of one of an offer's sessions, in words. */
export const useOutcomeText = (): ((line: Outcome) => string) => {
  const t = offersWords.use
  const forum = useForum()
  const acts = useActs()
  const at = (cell: CellRef | null) => (cell === null ? t().parked : acts.cellText(cell))
  const title = (id: SessionId) => typeset(forum.confirmed().sessions.get(id)?.title ?? '')
  const moves = (what: string, from: CellRef | null, to: CellRef | null): string => {
    if (to === null) return from === null ? t().stays(what, at(from)) : t().leaves(what, at(from))
    return from === null ? t().gets(what, at(to)) : t().move(what, at(from), at(to))
  }
  return (line) => {
    switch (line.type) {
      case 'moves':
        return moves(title(line.id), line.from, line.to)
      case 'stays':
        return t().stays(title(line.id), at(line.at))
      case 'inside':
        return t().inside(title(line.id), title(line.intoId), at(line.at))
      default:
        return unreachable(line)
    }
  }
}
