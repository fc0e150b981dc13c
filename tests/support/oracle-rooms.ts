import type { Board, Session, Slot } from '../../shared/board.ts'
import type { Context } from '../../shared/context.ts'
import { cellKey } from '../../shared/ids.ts'
import { type Instant, type LocalDate, type LocalTime, MINUTE } from '../../shared/time.ts'
import { instantOf } from '../../shared/zone.ts'
import { type Case, fold, heldTogether, intervalOf, isTeam, meet, others, people } from './oracle-case.ts'

export const b3 = (one: Case): readonly string[] => {
  if (one.room.kind === 'continuous') return ['continuous']
  for (const slot of one.slots) {
    if (slot.kind === 'common') return ['common']
    const use = one.board.cells.get(cellKey(one.room.id, slot.id))?.use
    if (use?.type === 'closed') return ['closed']
    if (use?.type !== 'reserved') continue
    const members = one.board.collectives.get(use.collectiveId ?? '')?.people ?? []
    if (one.stands) {
      const isTheirs =
        use.collectiveId === null ||
        one.session.collectiveId === use.collectiveId ||
        people(one.board, one.session).some((host) => members.includes(host))
      if (!isTheirs) return ['reserved']
    } else if (!isTeam(one) && !members.includes(one.context.actor.personId)) {
      return [use.collectiveId === null ? 'team' : 'reserved']
    }
  }
  return []
}

export const b7 = (one: Case): readonly string[] => {
  if (one.stands || isTeam(one)) return []
  const present = one.board.placements.get(one.session.id)
  if (present !== undefined && present.start <= one.context.now) return ['present']
  return intervalOf(one.slots).start <= one.context.now ? ['target'] : []
}

export const expectedOf = (board: Board, session: Session, { interest, votes }: Context): number => {
  if (session.expected !== null) return session.expected
  const stars = interest(session.id)
  if (stars < 3) return 0
  if (votes === undefined) return stars
  const since = votes.all - votes.before(session.id)
  const corrected = Math.round((stars / (since + 10 * board.sessions.size)) * votes.all)
  return corrected < 3 ? 0 : corrected
}

export const b9 = ({ board, context, session, room }: Case): readonly string[] => {
  const most = Math.max(...heldTogether(board, session).map((each) => expectedOf(board, each, context)))
  return room.capacity !== null && most > room.capacity ? [''] : []
}

/** Words that mean the same way in, or the same help to hear. */
const synonyms = [
  ['ascenseur', 'pmr', 'acces de plain-pied', 'step-free', 'accessible', 'sans marche'],
  ['boucle magnetique', 'hearing loop', 'boucle auditive'],
]

const meaning = (word: string): string => synonyms.find((group) => group.includes(fold(word)))?.[0] ?? fold(word)

export const b10 = ({ board, session, room }: Case): readonly string[] => {
  const has = room.features.map(meaning)
  const needs = heldTogether(board, session).flatMap((each) => each.needs)
  const missing = [...new Set(needs.map(fold))].filter((need) => !has.includes(meaning(need)))
  const isAccess = (need: string): boolean => synonyms.some((group) => group.includes(need))
  const said = (kind: string, words: readonly string[]): readonly string[] =>
    words.length === 0 ? [] : [`${kind}${[...words].sort().join(', ')}`]
  return [
    ...said(
      'access ',
      missing.filter((need) => isAccess(need)),
    ),
    ...said(
      '',
      missing.filter((need) => !isAccess(need)),
    ),
  ]
}

/** The zone's own arithmetic, each question once: it is slow, and tested elsewhere. */
const instants = new Map<string, Instant>()
const instantAt = (date: LocalDate, time: LocalTime, timeZone: string): Instant => {
  const key = `${date} ${time} ${timeZone}`
  const found = instants.get(key) ?? instantOf(date, time, timeZone)
  instants.set(key, found)
  return found
}

const freeIn = (board: Board, slot: Slot, placements: readonly { roomId: string; start: number; end: number }[]) =>
  [...board.rooms.values()].filter(
    ({ id, kind }) =>
      kind !== 'continuous' &&
      (board.cells.get(cellKey(id, slot.id))?.use.type ?? 'open') === 'open' &&
      !placements.some((placement) => placement.roomId === id && meet(placement, slot)),
  ).length

export const b16 = (one: Case): readonly string[] => {
  const { board, context, session, room } = one
  if (one.stands || isTeam(one)) return []
  const { lateCells, lateUntil } = board.rules
  const present = [...board.placements.values()]
  const after = [
    ...present.filter(({ sessionId }) => sessionId !== session.id),
    { roomId: room.id, ...intervalOf(one.slots) },
  ]
  const short = [...board.slots.values()].some((slot) => {
    const hour = lateUntil === null ? slot.start : instantAt(slot.date, lateUntil, board.frame.timeZone)
    if (slot.kind !== 'open' || !meet(slot, intervalOf(one.slots))) return false
    if (context.now >= hour || context.now >= slot.start) return false
    const left = freeIn(board, slot, after)
    return left < lateCells && left < freeIn(board, slot, present)
  })
  return short ? [''] : []
}

export const b19 = (one: Case): readonly string[] => {
  const { board, session, room } = one
  const { start, end } = intervalOf(one.slots)
  const inRoom = others(one).filter(({ placement }) => placement.roomId === room.id)
  const limit = board.rules.turnOverMinutes * MINUTE
  return inRoom.flatMap(({ session: other, placement }) => {
    if (other.format === session.format) return []
    const later = inRoom.some((each) => each.placement.end > placement.end && each.placement.end <= start)
    if (placement.end <= start && start - placement.end < limit && !later) return [`before ${other.title}`]
    const sooner = inRoom.some((each) => each.placement.start < placement.start && each.placement.start >= end)
    return placement.start >= end && placement.start - end < limit && !sooner ? [`after ${other.title}`] : []
  })
}
