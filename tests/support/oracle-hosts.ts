import type { Board } from '../../shared/board.ts'
import { cellKey } from '../../shared/ids.ts'
import { MINUTE } from '../../shared/time.ts'
import { all, type Case, fold, intervalOf, isTeam, others, parallel, people, whom } from './oracle-case.ts'

const isReservedFor = (board: Board, roomId: string, slotIds: readonly string[], collectiveId: string): boolean =>
  slotIds.every((slotId) => {
    const use = board.cells.get(cellKey(roomId, slotId))?.use
    return use?.type === 'reserved' && use.collectiveId === collectiveId
  })

export const b2 = (one: Case): readonly string[] => {
  const { board, session } = one
  const busy = people(board, session).filter((host) =>
    parallel(one).some((other) => people(board, other.session).includes(host)),
  )
  const mine = session.collectiveId
  const collective =
    mine !== null &&
    parallel(one).some(
      (other) =>
        other.session.collectiveId === mine &&
        !(
          isReservedFor(board, other.placement.roomId, other.placement.slotIds, mine) &&
          isReservedFor(
            board,
            one.room.id,
            one.slots.map(({ id }) => id),
            mine,
          )
        ),
    )
  return [...whom(one, busy), ...(collective ? ['collective'] : [])]
}

export const b5 = (one: Case): readonly string[] => {
  const before = one.board.sessions.get(one.session.id)
  const holder = before ?? one.session
  const isHost = people(one.board, holder).includes(one.context.actor.personId)
  if (one.stands || isTeam(one) || isHost) return []
  return [before === undefined ? 'for-another' : 'not-host']
}

export const b17 = (one: Case): readonly string[] => {
  const { board, session } = one
  const limit = board.rules.ownLimit
  if (limit === 0) return []
  const over = people(board, session).filter((host) => {
    const placed = all(board).filter((each) => people(board, each.session).includes(host)).length
    const isOneOfThem = board.placements.has(session.id)
    return one.stands ? placed > limit : !isOneOfThem && placed + 1 > limit
  })
  return whom(one, over)
}

const minutesBetween = (board: Board, a: string, b: string): number =>
  board.rules.walks.find(({ from, to }) => {
    const pair = [fold(from), fold(to)]
    return pair.includes(fold(a)) && pair.includes(fold(b)) && fold(a) !== fold(b)
  })?.minutes ?? 0

export const b18 = (one: Case): readonly string[] => {
  const { board, session } = one
  const { start, end } = intervalOf(one.slots)
  const late = people(board, session).filter((host) =>
    others(one).some(({ session: other, placement }) => {
      if (!people(board, other).includes(host)) return false
      if (board.slots.get(placement.slotIds[0] ?? '')?.date !== one.slots[0]?.date) return false
      const building = board.rooms.get(placement.roomId)?.building ?? ''
      const walk = minutesBetween(board, one.room.building, building) * MINUTE
      const fromIt = placement.end <= start && start - placement.end < walk
      return fromIt || (placement.start >= end && placement.start - end < walk)
    }),
  )
  return whom(one, late)
}
