import type { Board, Session } from '../board.ts'
import { type Context, isStranger } from '../context.ts'
import type { SessionId } from '../ids.ts'
import { placing } from '../judge.ts'
import { limits } from '../limits.ts'
import { speaksFor } from '../offers.ts'
import type { Fault } from '../refusals.ts'
import type { Attempt } from '../rules/rule.ts'
import { sameValue } from '../same-value.ts'
import type { Slice } from '../slices.ts'
import { unsettled } from '../standing.ts'
import type { Undoable } from '../undoable.ts'
import { foldText } from '../words.ts'
import { speakersOf } from './consent.ts'
import { stillFrom } from './places.ts'
import type { Trial } from './trials.ts'

/** What is undone, and the board as it would be then. */
export interface Undoing {
  readonly board: Board
  readonly after: Board
  readonly action: Undoable
  readonly targets: readonly Slice[]
  readonly context: Context
}

/**
 * Whether a thing is what it was meant to be again. It cannot be where what it needs is gone since: who is inside another
 * has no place, who carries another goes into nobody, and who was placed since keeps the length for which that was done.
 */
export const isReached = (board: Board, { sessions, placements }: Board, slice: Slice): boolean => {
  const held = slice.type === 'session' || slice.type === 'placement' ? placements.get(slice.id) : undefined
  switch (slice.type) {
    case 'session': {
      const merged = slice.value?.merged ?? null
      const isResized = slice.value !== null && slice.value.length !== board.sessions.get(slice.id)?.length
      if (isResized && held !== undefined && held.slotIds.length !== slice.value.length) return false
      return sameValue(sessions.get(slice.id)?.merged ?? null, merged) && (merged === null || held === undefined)
    }
    case 'placement':
      return held?.roomId === slice.value?.roomId && sameValue(held?.slotIds, slice.value?.slotIds)
    default:
      return true
  }
}

const namedIn = (slice: Slice): readonly SessionId[] => {
  switch (slice.type) {
    case 'session':
      return slice.value?.merged == null ? [slice.id] : [slice.id, slice.value.merged.intoId]
    case 'placement':
      return [slice.id]
    case 'offer':
      return slice.value === null ? [] : [slice.value.fromId, slice.value.toId]
    default:
      return []
  }
}

/** Sessions that are concerned, as they are or would be again. */
const concerned = ({ board, after, action }: Undoing): readonly Session[] =>
  action.slices
    .flatMap((change) => [...namedIn(change.before), ...namedIn(change.after)])
    .flatMap((id) => board.sessions.get(id) ?? after.sessions.get(id) ?? [])

/** It changed a session that somebody else hosts, by their consent: it made one of another, merged two, took up an offer. */
const isShared = (undoing: Undoing): boolean => {
  const { action, board, context } = undoing
  const isMade = action.slices.some(({ before }) => before.type === 'session' && before.value === null)
  const isTogether = action.slices.some(({ before, after }) => {
    if (before.type === 'offer') return true
    if (before.type !== 'session' || after.type !== 'session' || after.value === null) return false
    return !sameValue(before.value?.merged, after.value.merged)
  })
  return isMade || (isTogether && concerned(undoing).some((session) => speaksFor(board, session, context.actor)))
}

/** In whose name a session is changed: its own hosts' where both agreed to what is undone, and nobody built on it since. */
const trialOf = (undoing: Undoing, session: Session, attempt: Attempt): Trial => {
  const { board, context } = undoing
  const { actor } = context
  if (actor.role === 'facilitator' || speaksFor(board, session, actor) || !isShared(undoing)) return { attempt }
  return { attempt, speakers: speakersOf(board, session, context) }
}

const sessionTrials = (undoing: Undoing, present: Session | null, wanted: Session | null): readonly Trial[] => {
  const { board, after, context } = undoing
  if (sameValue(present, wanted)) return []
  if (wanted === null) {
    if (present === null) return []
    const leaving: Attempt = { board, context, action: 'withdraw', session: present, before: present, place: null }
    return [trialOf(undoing, present, leaving)]
  }
  // Whoever gave a session out of their hands may take it back.
  const isBack = present !== null && wanted.hosts.includes(context.actor.personId)
  const before = isBack ? { ...present, hosts: wanted.hosts } : present
  return [trialOf(undoing, wanted, { board: after, context, action: 'edit', session: wanted, before, place: null })]
}

const placementTrials = (undoing: Undoing, slice: Slice & { type: 'placement' }): readonly Trial[] | null => {
  const { board, after, context } = undoing
  const session = after.sessions.get(slice.id)
  if (session === undefined || sameValue(board.placements.get(slice.id) ?? null, slice.value)) return []
  if (slice.value === null) {
    const before = board.sessions.get(slice.id) ?? session
    return [trialOf(undoing, session, { board, context, action: 'release', session: before, before, place: null })]
  }
  const { roomId, slotIds } = slice.value
  // Leaving is judged as well as arriving.
  const base = { board: stillFrom(board, after, slice.id), context }
  const placed = placing(base, session, { roomId, slotId: slotIds[0] ?? '' })
  const attempt: Attempt | null = placed === null ? null : { ...placed, origin: board }
  const isSame = sameValue(
    attempt?.place?.slots.map(({ id }) => id),
    slotIds,
  )
  return attempt === null || !isSame ? null : [trialOf(undoing, session, attempt)]
}

const isFrame = ({ type }: Slice): boolean => type !== 'session' && type !== 'placement' && type !== 'offer'

/** All that is judged before it is undone; null where a room or a slot that is needed is no longer there. */
export const trialsOf = (undoing: Undoing): readonly Trial[] | null => {
  const { board, context, targets } = undoing
  const trials: Trial[] = []
  if (targets.some(isFrame)) {
    trials.push({ attempt: { board, context, action: 'frame', session: null, before: null, place: null } })
  }
  for (const slice of targets) {
    if (slice.type === 'session') {
      trials.push(...sessionTrials(undoing, board.sessions.get(slice.id) ?? null, slice.value))
    }
    if (slice.type !== 'placement') continue
    const placed = placementTrials(undoing, slice)
    if (placed === null) return null
    trials.push(...placed)
  }
  return trials
}

const caps = ['sessions', 'rooms', 'slots', 'collectives'] as const

const namesTwice = ({ rooms }: Board): number =>
  rooms.size - new Set([...rooms.values()].map(({ name }) => foldText(name))).size

/** Names a collective that is no longer there. */
const lacksCollective = ({ collectives, sessions, cells }: Board): boolean =>
  [...sessions.values()].some(({ collectiveId }) => collectiveId !== null && !collectives.has(collectiveId)) ||
  [...cells.values()].some(
    ({ use }) => use.type === 'reserved' && use.collectiveId !== null && !collectives.has(use.collectiveId),
  )

/** What no rule speaks of, and each command asks for itself. */
export const faultAfter = ({ board, after, targets, context }: Undoing): Fault | null => {
  const isFull = caps.some((cap) => after[cap].size > Math.max(limits[cap], board[cap].size))
  if (isFull) return 'too-many'
  const people = targets.flatMap((slice) => (slice.type === 'session' ? (slice.value?.hosts ?? []) : []))
  if (people.some((id) => isStranger(context, id))) return 'unknown-person'
  if (lacksCollective(after) && !lacksCollective(board)) return 'unknown-collective'
  if (!targets.some(isFrame)) return null
  if (namesTwice(after) > namesTwice(board)) return 'already-exists'
  const movesZone = after.frame.timeZone !== board.frame.timeZone && board.slots.size > 0
  return movesZone || unsettled(board, after, context).length > 0 ? 'still-used' : null
}
