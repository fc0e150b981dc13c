import type { DoorName } from '../../shared/board.ts'
import { localDate } from '../../shared/zone.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { momentText, timeText } from '../i18n/format.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { doorState } from './door-state.ts'

/** Why a door is not open, and when it opens; empty while it is. */
export const useDoorSentence = (): ((door: DoorName) => string) => {
  const t = useWords()
  const language = useLanguage()
  const forum = useForum()
  return (door) => {
    const { doors, frame } = forum.board()
    // Not the tick's: a door that opened within this second is open.
    const { now } = forum.context()
    const state = doorState(doors[door], now)
    const moment = (at: number) =>
      localDate(at, frame.timeZone) === localDate(now, frame.timeZone)
        ? t().todayAt(timeText(at, frame.timeZone, language()))
        : t().onDay(momentText(at, frame.timeZone, language()))
    switch (state.type) {
      case 'open':
        return ''
      case 'opens':
        return t().doors[door].opens(moment(state.at))
      case 'closed':
        return t().doors[door].closed
      case 'over':
        return t().doors[door].over(moment(state.at))
      default:
        return state satisfies never
    }
  }
}
