import type { CellRef } from '../../shared/ids.ts'
import { nowOf } from '../../shared/now.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { shortDayText, timeText } from '../i18n/format.ts'
import { useWords } from '../i18n/words.ts'
import type { ForumStore } from '../sync/forum-store.ts'

/** "B102 14:00"; with its day where that is not today's, or the forum's first one to come. */
export const cellText = (forum: Pick<ForumStore, 'board' | 'now'>, { roomId, slotId }: CellRef): string => {
  const language = useLanguage()()
  const { rooms, slots, frame } = forum.board()
  const slot = slots.get(slotId)
  if (slot === undefined) return rooms.get(roomId)?.name ?? ''
  const time = timeText(slot.start, frame.timeZone, language)
  // A cell of another day says so: "Jardin 10:00" would be taken for today's.
  const isOfToday = slot.date === nowOf(forum.board(), forum.now()).date
  return useWords()().place.alternative(
    rooms.get(roomId)?.name ?? '',
    isOfToday ? time : `${shortDayText(slot.date, language)} ${time}`,
  )
}
