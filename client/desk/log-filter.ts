import type { BoardEvent, Entry } from '../../shared/events.ts'
import type { PersonId, SessionId } from '../../shared/ids.ts'
import { unreachable } from '../../shared/unreachable.ts'

/** What an action was about. */
export type LogKind = 'sessions' | 'places' | 'offers' | 'venue' | 'cells' | 'collectives' | 'doors' | 'rules' | 'frame'
export const logKinds = [
  'sessions',
  'places',
  'offers',
  'venue',
  'cells',
  'collectives',
  'doors',
  'rules',
  'frame',
] as const satisfies readonly LogKind[]

/** Which actions are wanted; null or empty wants all. */
export interface LogFilter {
  readonly by: PersonId | null
  readonly kind: LogKind | null
  readonly sessionId: SessionId | null
}

/** What an event was about. */
export const kindOf = (event: BoardEvent): LogKind => {
  switch (event.type) {
    case 'session-proposed':
    case 'session-edited':
    case 'session-withdrawn':
    case 'session-restored':
    case 'session-merged':
    case 'session-unmerged':
    case 'session-locked':
    case 'session-unlocked':
      return 'sessions'
    case 'session-placed':
    case 'session-released':
      return 'places'
    case 'offer-made':
    case 'offer-agreed':
    case 'offer-talked':
    case 'offer-ended':
      return 'offers'
    case 'room-added':
    case 'room-edited':
    case 'room-removed':
    case 'rooms-ordered':
    case 'slot-added':
    case 'slot-edited':
    case 'slot-removed':
    case 'day-labelled':
      return 'venue'
    case 'cells-set':
      return 'cells'
    case 'collective-added':
    case 'collective-edited':
    case 'collective-removed':
      return 'collectives'
    case 'door-set':
      return 'doors'
    case 'rule-set':
    case 'figures-set':
      return 'rules'
    case 'forum-framed':
      return 'frame'
    default:
      return unreachable(event)
  }
}

/** The session that an event was about, if it was about one. */
export const sessionOf = (event: BoardEvent): SessionId | null => {
  if (event.type === 'session-proposed' || event.type === 'session-restored') return event.session.id
  if (event.type === 'offer-made') return event.offer.fromId
  return 'sessionId' in event ? event.sessionId : null
}

/** Whether an entry is wanted: its person, and one of its events of that kind about that session. */
export const isWanted = (entry: Entry, { by, kind, sessionId }: LogFilter): boolean =>
  (by === null || entry.by === by) &&
  ((kind === null && sessionId === null) ||
    entry.events.some(
      (event) => (kind === null || kindOf(event) === kind) && (sessionId === null || sessionOf(event) === sessionId),
    ))
