import type { CellRef } from '../../shared/ids.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { loadRules, type RulesCode } from '../sync/rules.ts'
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
  const language = useLanguage()
  const begin = (place?: CellRef): void => {
    const search = new URLSearchParams(location().search)
    search.set('propose', place === undefined ? '' : `${place.roomId} ${place.slotId}`)
    navigate(`/${forum.slug}?${search}`)
  }
  const beginAt = (place: CellRef, whyTooLate: RulesCode['whyTooLate']): void => {
    const late = whyTooLate(forum.board(), place, forum.context(), language())
    if (late === '') begin(place)
    else notify({ key: 'door', tone: 'bad', text: late })
  }
  return (place?: CellRef): void => {
    if (!mayPropose()) {
      notify({ key: 'door', tone: 'bad', text: sentence('propose') })
      return
    }
    if (place === undefined) begin()
    else
      void loadRules().then(
        ({ whyTooLate }) => beginAt(place, whyTooLate),
        () => begin(place),
      )
  }
}
