import type { CellRef } from '../../shared/ids.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { doorState } from '../ui/door-state.ts'
import { navigate, useLocation } from '../ui/location.ts'
import { notify } from '../ui/notices.ts'
import { useDoorSentence } from '../ui/use-door-sentence.ts'

/** Whether one may propose now: the door is open, or one is of the team. */
export const useMayPropose = (): (() => boolean) => {
  const forum = useForum()
  return () =>
    forum.you()?.role === 'facilitator' || doorState(forum.board().doors.propose, forum.context().now).type === 'open'
}

/** Begins a proposal, for a cell where one was tapped; says in words when proposing is closed or the slot has begun (B7). */
export const usePropose = () => {
  const forum = useForum()
  const location = useLocation()
  const sentence = useDoorSentence()
  const mayPropose = useMayPropose()
  const words = useWords()
  return (place?: CellRef): void => {
    if (!mayPropose()) {
      notify({ key: 'door', tone: 'bad', text: sentence('propose') })
      return
    }
    const slot = place && forum.slot(place.slotId)
    if (slot !== undefined && slot.start <= forum.context().now && forum.you()?.role !== 'facilitator') {
      notify({ key: 'door', tone: 'bad', text: words().board.begun })
      return
    }
    const search = new URLSearchParams(location().search)
    search.set('propose', place === undefined ? '' : `${place.roomId} ${place.slotId}`)
    navigate(`/${forum.slug}?${search}`)
  }
}
