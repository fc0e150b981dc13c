import type { Entry } from '../../shared/events.ts'
import type { PersonId, SessionId } from '../../shared/ids.ts'

/** What others did, joined: each session counts once, as what became of it last. */
export interface News {
  readonly proposed: number
  readonly placed: number
  readonly gone: number
}

/** Joins the entries of others; null where nothing is worth a word. */
export const newsOf = (entries: readonly Entry[], you: PersonId): News | null => {
  const last = new Map<SessionId, keyof News>()
  for (const { by, events } of entries) {
    if (by === you) continue
    for (const event of events) {
      if (event.type === 'session-proposed') last.set(event.session.id, 'proposed')
      if (event.type === 'session-placed') last.set(event.sessionId, 'placed')
      if (event.type === 'session-released' || event.type === 'session-withdrawn') last.set(event.sessionId, 'gone')
    }
  }
  const count = (kind: keyof News) => [...last.values()].filter((each) => each === kind).length
  return last.size === 0 ? null : { proposed: count('proposed'), placed: count('placed'), gone: count('gone') }
}
