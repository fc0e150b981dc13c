import type { Board } from '../../shared/board.ts'
import type { Entry } from '../../shared/events.ts'
import type { SessionId } from '../../shared/ids.ts'

type Counts = ReadonlyMap<SessionId, number>
type VotesBefore = Readonly<Record<SessionId, number>>

/** All stars of the forum: those of sessions that are on the board, as the server counts them. */
export const allVotes = ({ sessions }: Board, counts: Counts): number => {
  let all = 0
  for (const [id, count] of counts) if (sessions.has(id)) all += count
  return all
}

/** What is known of older stars once these entries are in: what is new finds all those that are there by now. */
export const votesBeforeAfter = (
  { votesBefore, counts }: { readonly votesBefore: VotesBefore; readonly counts: Counts },
  board: Board,
  entries: readonly Entry[],
): VotesBefore => {
  const fresh = entries.flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'session-proposed' ? event : [])),
  )
  if (fresh.length === 0) return votesBefore
  const all = allVotes(board, counts)
  return all === 0
    ? votesBefore
    : { ...votesBefore, ...Object.fromEntries(fresh.map(({ session }) => [session.id, all])) }
}
