import type { CommandId, PersonId, SessionId } from '../../shared/ids.ts'

/** A star put on or taken off that the server has not answered yet. */
export interface PendingStar {
  readonly id: CommandId
  readonly sessionId: SessionId
  readonly on: boolean
  /** Whose star it is; it is sent as nobody else. Undefined where the device had no name yet. */
  readonly by?: PersonId | undefined
}

/** One's own stars: the server's last word, and what waits. */
export interface StarState {
  readonly confirmed: ReadonlySet<SessionId>
  readonly pending: readonly PendingStar[]
}

export const noStars: StarState = { confirmed: new Set(), pending: [] }

const withStar = (stars: ReadonlySet<SessionId>, sessionId: SessionId, on: boolean): ReadonlySet<SessionId> => {
  const next = new Set(stars)
  if (on) next.add(sessionId)
  else next.delete(sessionId)
  return next
}

/** What the person sees: the last tap on each session wins. */
export const shownStars = ({ confirmed, pending }: StarState): ReadonlySet<SessionId> =>
  pending.reduce((stars, { sessionId, on }) => withStar(stars, sessionId, on), confirmed)

/** Interest as the person sees it: the server's counts, with one's own waiting stars on or off. */
export const shownCounts = (
  counts: ReadonlyMap<SessionId, number>,
  stars: StarState,
): ReadonlyMap<SessionId, number> => {
  if (stars.pending.length === 0) return counts
  const shown = shownStars(stars)
  const next = new Map(counts)
  for (const sessionId of new Set(stars.pending.map((star) => star.sessionId))) {
    const ahead = Number(shown.has(sessionId)) - Number(stars.confirmed.has(sessionId))
    next.set(sessionId, Math.max(0, (counts.get(sessionId) ?? 0) + ahead))
  }
  return next
}

/** Takes the answer to a star; `on` null where it was refused. */
export const answerStar = (state: StarState, id: CommandId, sessionId: SessionId, on: boolean | null): StarState => ({
  confirmed: on === null ? state.confirmed : withStar(state.confirmed, sessionId, on),
  pending: state.pending.filter((pending) => pending.id !== id),
})
