import type { Entry } from '../../shared/events.ts'
import type { SessionId } from '../../shared/ids.ts'

/** The sessions that an entry did something with. */
export const touchedBy = ({ events }: Entry): readonly SessionId[] =>
  events.flatMap((event) => {
    if ('session' in event) return [event.session.id]
    return 'sessionId' in event ? [event.sessionId] : []
  })
