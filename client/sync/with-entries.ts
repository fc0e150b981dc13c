import type { Board } from '../../shared/board.ts'
import type { Entry } from '../../shared/events.ts'
import type { ForumView } from './forum-view.ts'
import { votesBeforeAfter } from './votes.ts'

/** Entries kept for "who did what". */
const keptEntries = 500

/**
 * What entries leave beside the board itself: who did what, and how many stars were older than what was proposed.
 * @param board with them folded in
 */
export const withEntries = (view: ForumView, fresh: readonly Entry[], board: Board): ForumView => ({
  ...view,
  entries: [...view.entries, ...fresh].slice(-keptEntries),
  votesBefore: votesBeforeAfter(view, board, fresh),
})
