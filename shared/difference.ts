import type { Board, Placement, Session } from './board.ts'
import type { BoardEvent } from './events.ts'
import type { SessionId } from './ids.ts'
import { sameValue } from './same-value.ts'
import { type Slice, sliceAt } from './slices.ts'
import { carrierOf } from './together.ts'
import { comparable, touched } from './touched.ts'
import type { Change } from './undoable.ts'

/**
 * What is different between two boards, thing by thing. Given the events between them, only what those touch is looked at,
 * so that it costs as much as the events do.
 */
export const difference = (before: Board, after: Board, events?: readonly BoardEvent[]): readonly Change[] =>
  changes(after, events === undefined ? comparable(before, after) : touched(before, events), () => false)

/** Of an entry: with it, the place of a session that it made, though it has none: who places it has built on it. */
export const entryChanges = (before: Board, after: Board, events: readonly BoardEvent[]): readonly Change[] =>
  changes(
    after,
    touched(before, events),
    (slice) => slice.type === 'placement' && !before.sessions.has(slice.id) && after.sessions.has(slice.id),
  )

const changes = (after: Board, slices: readonly Slice[], isKept: (slice: Slice) => boolean): readonly Change[] =>
  slices.flatMap((before) => {
    const now = sliceAt(after, before)
    return sameValue(before.value, now.value) && !isKept(before) ? [] : [{ before, after: now }]
  })

/** One thing that became otherwise on the wall. A session may have two: it moved, and it was edited. */
export interface WallChange {
  readonly sessionId: SessionId
  readonly kind: 'new' | 'withdrawn' | 'moved' | 'placed' | 'released' | 'edited'
  /** Where it was; null where it was in the tray, or not there. */
  readonly from: Placement | null
  /** Where it is. */
  readonly to: Placement | null
}

/** Where a session is found: one that is merged into another is where that one is. */
const placeOf = (board: Board, session: Session | undefined): Placement | null =>
  session === undefined ? null : (board.placements.get(carrierOf(board, session).id) ?? null)

const placeChange = (from: Placement | null, to: Placement | null): 'moved' | 'placed' | 'released' | null => {
  if (from === null) return to === null ? null : 'placed'
  if (to === null) return 'released'
  return from.roomId === to.roomId && from.start === to.start && from.end === to.end ? null : 'moved'
}

/** What is said of a session, without what only tells where and under whose lock it is. */
const said = ({ locked: _locked, merged: _merged, ...text }: Session): object => text

/** What changed on the wall between two boards, by session: those of the second in their order, then those that are gone. */
export const wallChanges = (before: Board, after: Board): readonly WallChange[] => {
  const found: WallChange[] = []
  for (const session of after.sessions.values()) {
    const sessionId = session.id
    const earlier = before.sessions.get(sessionId)
    const [from, to] = [placeOf(before, earlier), placeOf(after, session)]
    const kind = earlier === undefined ? 'new' : placeChange(from, to)
    if (kind !== null) found.push({ sessionId, kind, from, to })
    const isEdited = earlier !== undefined && earlier !== session && !sameValue(said(earlier), said(session))
    if (isEdited) found.push({ sessionId, kind: 'edited', from, to })
  }
  for (const session of before.sessions.values()) {
    if (after.sessions.has(session.id)) continue
    found.push({ sessionId: session.id, kind: 'withdrawn', from: placeOf(before, session), to: null })
  }
  return found
}
