import type { Board } from '../../shared/board.ts'
import type { CellRef, SessionId } from '../../shared/ids.ts'

/** What one could see of a session at one moment: small enough to be kept on the device. */
export interface Seen {
  readonly title: string
  /** Null while it was parked. */
  readonly cell: CellRef | null
  /** The session that it was held inside; null while it stood for itself. */
  readonly into: SessionId | null
  readonly locked: boolean
}

/** The board as it was at one look. */
export type Look = ReadonlyMap<SessionId, Seen>

/** One thing that became otherwise between two looks; each session has one at most, the weightiest. */
export type Difference = { readonly sessionId: SessionId; readonly title: string } & (
  | { readonly type: 'fresh'; readonly to: CellRef | null }
  | { readonly type: 'moved'; readonly from: CellRef; readonly to: CellRef }
  | { readonly type: 'placed'; readonly to: CellRef }
  | { readonly type: 'released'; readonly from: CellRef }
  | { readonly type: 'withdrawn'; readonly from: CellRef | null }
  | { readonly type: 'merged'; readonly into: SessionId }
  | { readonly type: 'unmerged'; readonly to: CellRef | null }
  | { readonly type: 'locked' }
  | { readonly type: 'unlocked' }
)

/** What there is to see on a board. */
export const lookOf = ({ sessions, placements }: Board): Look =>
  new Map(
    [...sessions.values()].map(({ id, title, merged, locked }) => {
      const placement = placements.get(id)
      const slotId = placement?.slotIds[0]
      const cell = placement === undefined || slotId === undefined ? null : { roomId: placement.roomId, slotId }
      return [id, { title, cell, into: merged?.intoId ?? null, locked }]
    }),
  )

const isSameCell = (a: CellRef | null, b: CellRef | null): boolean =>
  a === b || (a !== null && b !== null && a.roomId === b.roomId && a.slotId === b.slotId)

const differenceOf = (sessionId: SessionId, before: Seen | undefined, after: Seen): Difference | null => {
  const base = { sessionId, title: after.title }
  if (before === undefined) return { ...base, type: 'fresh', to: after.cell }
  if (after.into !== null) return before.into === after.into ? null : { ...base, type: 'merged', into: after.into }
  if (before.into !== null) return { ...base, type: 'unmerged', to: after.cell }
  if (!isSameCell(before.cell, after.cell)) {
    if (before.cell === null) return after.cell === null ? null : { ...base, type: 'placed', to: after.cell }
    if (after.cell === null) return { ...base, type: 'released', from: before.cell }
    return { ...base, type: 'moved', from: before.cell, to: after.cell }
  }
  if (before.locked !== after.locked) return { ...base, type: after.locked ? 'locked' : 'unlocked' }
  return null
}

/** What changed between two looks: what is there now in the board's order, then what is gone. */
export const differences = (before: Look, after: Look): readonly Difference[] => {
  const there = [...after].flatMap(([id, seen]) => differenceOf(id, before.get(id), seen) ?? [])
  const gone = [...before].flatMap(([sessionId, { title, cell }]): readonly Difference[] =>
    after.has(sessionId) ? [] : [{ sessionId, title, type: 'withdrawn', from: cell }],
  )
  return [...there, ...gone]
}

/** The earlier look with some sessions as they are in the later one: what one did oneself is no news. */
export const caughtUp = (before: Look, after: Look, ids: Iterable<SessionId>): Look => {
  const next = new Map(before)
  for (const id of ids) {
    const seen = after.get(id)
    if (seen === undefined) next.delete(id)
    else next.set(id, seen)
  }
  return next
}
