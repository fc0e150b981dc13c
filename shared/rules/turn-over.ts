import type { Placement } from '../board.ts'
import { occupancyOf } from '../occupancy.ts'
import type { Facts } from '../refusals.ts'
import { MINUTE } from '../time.ts'
import { type Attempt, asksPlace, nothing, type Place, type Rule } from './rule.ts'

/** The sessions of the room that end last before the place, and those that start first after it. */
const neighboursOf = ({ board, session }: Attempt, place: Place): readonly Placement[] => {
  const inRoom = occupancyOf(board).inRoom(place.room.id)
  let end = Number.NEGATIVE_INFINITY
  let start = Number.POSITIVE_INFINITY
  for (const other of inRoom) {
    if (other.sessionId === session?.id) continue
    if (other.end <= place.start) end = Math.max(end, other.end)
    if (other.start >= place.end) start = Math.min(start, other.start)
  }
  const isNeighbour = (other: Placement): boolean =>
    (other.end === end && other.end <= place.start) || (other.start === start && other.start >= place.end)
  return inRoom.filter((other) => other.sessionId !== session?.id && isNeighbour(other))
}

/** B19: where the session before or after it in the room has another format, there is time to rebuild the room. */
export const turnOver: Rule = {
  id: 'turn-over',
  number: 'B19',
  check: (attempt) => {
    const { board, session, place } = attempt
    const { turnOverMinutes } = board.rules
    if (turnOverMinutes === 0 || session === null || place === null || !asksPlace(attempt)) return nothing
    const facts: Facts[] = []
    for (const other of neighboursOf(attempt, place)) {
      const pause = Math.max(place.start - other.end, other.start - place.end)
      const neighbour = board.sessions.get(other.sessionId)
      if (pause >= turnOverMinutes * MINUTE || neighbour === undefined || neighbour.format === session.format) continue
      const kind = other.end <= place.start ? 'before' : 'after'
      facts.push({ kind, room: place.room.name, title: neighbour.title, minutes: turnOverMinutes })
    }
    return facts
  },
  sentence: {
    fr: ({ kind, room, title, minutes }) =>
      `${room} est à réinstaller (${minutes} minutes) : « ${title} » ${kind === 'before' ? 'y finit juste avant' : 'y commence juste après'}, dans un autre format.`,
    en: ({ kind, room, title, minutes }) =>
      `${room} has to be set up anew (${minutes} minutes): “${title}” ${kind === 'before' ? 'ends there just before' : 'begins there just after'}, in another format.`,
  },
}
