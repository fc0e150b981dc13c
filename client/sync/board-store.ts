import type { Entry } from '../../shared/events.ts'
import { evolveEntry } from '../../shared/evolve.ts'
import type { CommandId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { BoardState } from './board-state.ts'
import type { Pending } from './forum-store.ts'

/** Entries applied: the new state, those that were new, and those that answered a command of this phone. */
export type Applied =
  | {
      readonly type: 'applied'
      readonly state: BoardState
      readonly fresh: readonly Entry[]
      readonly answered: readonly Entry[]
    }
  /** Something is missing between what is held and what came: only a snapshot helps (L1). */
  | { readonly type: 'gap'; readonly state: BoardState; readonly answered: readonly Entry[] }

/**
 * Folds entries in order. One that is held already is not folded twice (L3) but still answers its command: a command
 * sent again gets its first answer. Seeing one's own entry is the acknowledgement.
 */
export const applyEntries = (state: BoardState, entries: readonly Entry[]): Applied => {
  let { seq, confirmed } = state
  const fresh: Entry[] = []
  const waiting = new Set(state.pending.map(({ id }) => id))
  const answered = entries.filter(({ commandId }) => waiting.delete(commandId))
  const pending = state.pending.filter(({ id }) => waiting.has(id))
  for (const entry of entries) {
    if (entry.seq <= seq) continue
    if (entry.seq !== seq + 1) return { type: 'gap', state: { ...state, seq, confirmed, pending }, answered }
    confirmed = evolveEntry(confirmed, entry)
    seq = entry.seq
    fresh.push(entry)
  }
  return { type: 'applied', state: { ...state, seq, confirmed, pending }, fresh, answered }
}

export const addPending = (state: BoardState, pending: Pending): BoardState => ({
  ...state,
  pending: [...state.pending, pending],
})

export const dropPending = (state: BoardState, ids: ReadonlySet<CommandId>): BoardState => ({
  ...state,
  pending: state.pending.filter(({ id }) => !ids.has(id)),
})

/** A claim means "now": after this many milliseconds without network it asks the person again (P4). */
export const claimDeadline = 60_000

/** Whether the claim's wish is on the confirmed board already: then sending it again only fetches its answer. */
const isFulfilled = ({ confirmed }: BoardState, command: { sessionId: string; roomId: string; slotId: string }) => {
  const placement = confirmed.placements.get(command.sessionId)
  return placement?.roomId === command.roomId && placement.slotIds[0] === command.slotId
}

/** The pending claims and moves that have waited too long to be sent without asking (P4). */
export const lateClaims = (state: BoardState, now: Instant): readonly Pending[] =>
  state.pending.filter(({ command, since }) => {
    if (command.type !== 'claim' && command.type !== 'move') return false
    return now - since > claimDeadline && !isFulfilled(state, command)
  })
