import type { Board, Placement } from '../../shared/board.ts'
import type { Language } from '../../shared/language.ts'
import { momentText } from '../i18n/format.ts'

/** "B102, mercredi 3 juillet à 11:00": where a session was on a board, which may be one of the past. */
export const whereText = (board: Board, placement: Placement, language: Language): string =>
  `${board.rooms.get(placement.roomId)?.name ?? placement.roomId}, ${momentText(placement.start, board.frame.timeZone, language)}`
