import type { Board, Placement, Room, Session, Slot } from '../board.ts'
import { cellKey, type PersonId } from '../ids.ts'
import { hostsOf } from '../together.ts'
import { factsOf, hostsAsked } from './hosts.ts'
import { parallelTo } from './parallel.ts'
import { type Attempt, nothing, type Rule } from './rule.ts'

/** A cell that the team reserved for a collective is its own affair: several of them may be used at a time. */
const isItsOwn = (board: Board, { collectiveId }: Session, room: Room['id'], slots: readonly Slot['id'][]): boolean =>
  slots.every((slot) => {
    const use = board.cells.get(cellKey(room, slot))?.use
    return use?.type === 'reserved' && use.collectiveId === collectiveId
  })

/** Whether two sessions at one time are held by one collective that is only reserved one place. */
const isSameCollective = (
  board: Board,
  session: Session,
  other: Session,
  at: Pick<Placement, 'roomId' | 'slotIds'>,
) => {
  if (session.collectiveId === null || other.collectiveId !== session.collectiveId) return false
  const held = board.placements.get(other.id)
  const apart = held !== undefined && isItsOwn(board, other, held.roomId, held.slotIds)
  return !(apart && isItsOwn(board, session, at.roomId, at.slotIds))
}

const asksCollective = ({ action, session, before }: Attempt): boolean =>
  session !== null &&
  session.collectiveId !== null &&
  (action !== 'edit' || before?.collectiveId !== session.collectiveId)

/** Whether two sessions that are placed cannot be held at one time, for the people or the collective that hold both. */
export const shareHosts = (board: Board, a: Placement, b: Placement): boolean => {
  const one = board.sessions.get(a.sessionId)
  const other = board.sessions.get(b.sessionId)
  if (one === undefined || other === undefined) return false
  const hosts = hostsOf(board, one)
  return hostsOf(board, other).some((host) => hosts.includes(host)) || isSameCollective(board, one, other, a)
}

/** B2: who hosts is in one session at a time, a collective too. Says that somebody is busy, never with what. */
export const hostFree: Rule = {
  id: 'host-free',
  number: 'B2',
  check: (attempt) => {
    const { board, session, place } = attempt
    const hosts = hostsAsked(attempt)
    const collective = asksCollective(attempt)
    if (session === null || place === null || (hosts.length === 0 && !collective)) return nothing
    const parallel = parallelTo(board, place)
    const isBusy = (host: PersonId): boolean => parallel.hostedBy(host).some(({ id }) => id !== session.id)
    const people = factsOf(attempt, hosts.filter(isBusy))
    if (!collective) return people
    const at = { roomId: place.room.id, slotIds: place.slots.map(({ id }) => id) }
    const others = parallel.byCollective.get(session.collectiveId ?? '') ?? []
    const isHeld = others.some((other) => other.id !== session.id && isSameCollective(board, session, other, at))
    return isHeld ? [...people, { kind: 'collective' }] : people
  },
  sentence: {
    fr: ({ kind }) => {
      if (kind === 'collective') return 'Ce collectif porte déjà un autre sujet à cette heure.'
      return kind === 'you'
        ? 'Vous portez déjà un sujet à cette heure.'
        : 'Une personne qui porte ce sujet est prise à cette heure.'
    },
    en: ({ kind }) => {
      if (kind === 'collective') return 'This collective already holds another session at that time.'
      return kind === 'you'
        ? 'You already host a session at that time.'
        : 'Somebody who hosts this session is busy at that time.'
    },
  },
}
