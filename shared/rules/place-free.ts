import type { Placement } from '../board.ts'
import { occupancyOf } from '../occupancy.ts'
import { overlap } from '../time.ts'
import { localTime } from '../zone.ts'
import { type Attempt, nothing, type Rule } from './rule.ts'

/** Who holds the room during the place that is wanted, earliest first; never the session itself. */
export const holdersOf = ({ board, session, place }: Attempt): readonly Placement[] => {
  if (place === null) return []
  const found: Placement[] = []
  for (const other of occupancyOf(board).inRoom(place.room.id)) {
    if (other.sessionId !== session?.id && overlap(other, place)) found.push(other)
  }
  return found.length < 2 ? found : found.sort((a, b) => a.start - b.start)
}

/** B1: a room holds one session at a time, by interval. Always a block; the database refuses it too. */
export const placeFree: Rule = {
  id: 'place-free',
  number: 'B1',
  isFixed: () => true,
  check: (attempt) => {
    const holders = holdersOf(attempt)
    if (holders.length === 0) return nothing
    const zone = attempt.board.frame.timeZone
    return holders.map((holder) => ({
      room: attempt.place?.room.name ?? '',
      title: attempt.board.sessions.get(holder.sessionId)?.title ?? '',
      start: holder.start,
      since: holder.since,
      zone,
    }))
  },
  sentence: {
    fr: ({ room, title, start, since, zone }) =>
      `La case ${room} ${localTime(Number(start), String(zone))} est prise par « ${title} » depuis ${localTime(Number(since), String(zone))}.`,
    en: ({ room, title, start, since, zone }) =>
      `${room} at ${localTime(Number(start), String(zone))} has been held by “${title}” since ${localTime(Number(since), String(zone))}.`,
  },
}
