import type { Board, OfferKind, Session } from '../../shared/board.ts'
import { kindsBetween } from '../../shared/offers.ts'
import { foldText } from '../../shared/words.ts'

/** Sessions that something can be offered to, as far as the board tells; the rules are asked when it is sent. */
export const candidatesFor = (
  board: Board,
  from: Session,
  kind: OfferKind,
  may: (session: Session) => boolean,
): readonly Session[] => {
  const startOf = ({ id }: Session): number => board.placements.get(id)?.start ?? Number.MAX_SAFE_INTEGER
  return [...board.sessions.values()]
    .filter((session) => may(session) && kindsBetween(board, from, session).includes(kind))
    .sort((a, b) => startOf(a) - startOf(b) || a.title.localeCompare(b.title, 'fr'))
}

/** Whether each word that was typed begins or stands in what is said of a session. */
export const isLike = (typed: string, said: string): boolean => {
  const folded = foldText(said)
  return foldText(typed)
    .split(' ')
    .every((word) => folded.includes(word))
}
