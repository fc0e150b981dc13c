import type { CellRef } from '../../shared/ids.ts'
import { useForum } from '../sync/forum-context.tsx'
import { type DoorState, doorState } from '../ui/door-state.ts'
import { navigate, useLocation } from '../ui/location.ts'
import { notify } from '../ui/notices.ts'
import { useDoorSentence } from '../ui/use-door-sentence.ts'

/** Begins a proposal, for a cell where one was tapped; says in words when proposing is closed. */
export const usePropose = () => {
  const forum = useForum()
  const location = useLocation()
  const sentence = useDoorSentence()
  return (place?: CellRef): void => {
    const state: DoorState = doorState(forum.board().doors.propose, forum.context().now)
    if (state.type !== 'open' && forum.you()?.role !== 'facilitator') {
      notify({ key: 'door', tone: 'bad', text: sentence('propose') })
      return
    }
    const search = new URLSearchParams(location().search)
    search.set('propose', place === undefined ? '' : `${place.roomId} ${place.slotId}`)
    navigate(`/${forum.slug}?${search}`)
  }
}
