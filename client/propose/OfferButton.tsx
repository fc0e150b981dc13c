import { Show } from 'solid-js'
import type { Session } from '../../shared/board.ts'
import type { CellRef } from '../../shared/ids.ts'
import { placeAt } from '../../shared/judge.ts'
import { findingSentence } from '../../shared/sentences.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { dayText, intervalText, timeText } from '../i18n/format.ts'
import { proposeWords } from '../i18n/propose.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { OfferState } from './offers.ts'

interface OfferButtonProps {
  readonly session: Session
  readonly cell: CellRef
  readonly state: OfferState
  /** The first of them. */
  readonly isBest: boolean
  readonly onChoose: () => void
}

/** One cell to take with a tap: where and when, and why it is offered. */
export const OfferButton = (props: OfferButtonProps) => {
  const t = proposeWords.use
  const common = useWords()
  const language = useLanguage()
  const forum = useForum()
  const where = () => {
    const { rooms, slots, frame } = forum.board()
    const start = slots.get(props.cell.slotId)?.start
    const time = start === undefined ? '' : timeText(start, frame.timeZone, language())
    return common().place.alternative(rooms.get(props.cell.roomId)?.name ?? '', time)
  }
  const when = () => {
    const { rooms, slots, frame } = forum.board()
    const room = rooms.get(props.cell.roomId)
    const place = room === undefined ? null : placeAt(forum.board(), room, props.cell.slotId, props.session.length)
    const date = slots.get(props.cell.slotId)?.date
    if (place === null || date === undefined) return ''
    return `${dayText(date, language())}, ${intervalText(place, frame.timeZone, language())}`
  }
  const seats = () => {
    const count = props.state.type === 'gone' ? null : props.state.seats
    return count === null ? [] : [common().board.seats(count)]
  }
  const said = () => {
    const { state } = props
    switch (state.type) {
      case 'free':
        return [common().hold.free, ...seats(), ...state.met].join(', ')
      case 'problem':
        return [...seats(), ...state.findings.map((finding) => findingSentence(finding, language()))].join(' · ')
      case 'gone':
        return state.findings.map((finding) => findingSentence(finding, language())).join(' ')
      default:
        return state satisfies never
    }
  }
  return (
    <Button class={`offer ${props.state.type}`} disabled={props.state.type === 'gone'} onClick={() => props.onChoose()}>
      <span class="offer-cell">
        <b dir="auto">{where()}</b>
        <Show when={props.isBest && props.state.type === 'free'}>
          <span class="offer-best">{common().hold.best}</span>
        </Show>
      </span>
      <span class="offer-when">{when()}</span>
      <span class="offer-why">
        <Icon name={props.state.type === 'free' ? 'check' : 'care'} />
        <Show when={props.state.type === 'gone'}>
          <b>{t().goneNow} </b>
        </Show>
        <span dir="auto">{said()}</span>
      </span>
    </Button>
  )
}
