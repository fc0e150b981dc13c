import { Show } from 'solid-js'
import type { CellRef } from '../../shared/ids.ts'
import { placeAt } from '../../shared/judge.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { dayText, intervalText, timeText } from '../i18n/format.ts'
import { proposeWords } from '../i18n/propose.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import type { Verdict } from '../sync/rules-code.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'

interface OfferButtonProps {
  readonly cell: CellRef
  /** Slots that the session takes. */
  readonly length: number
  /** What the cell says now. */
  readonly verdict: Verdict
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
    const place = room === undefined ? null : placeAt(forum.board(), room, props.cell.slotId, props.length)
    const date = slots.get(props.cell.slotId)?.date
    if (place === null || date === undefined) return ''
    return `${dayText(date, language())}, ${intervalText(place, frame.timeZone, language())}`
  }
  const isGone = () => props.verdict.type === 'no'
  const said = () => {
    const { type, word, good, why } = props.verdict
    if (type === 'free') return good === '' ? word : `${word}, ${good}`
    return [...(type === 'reason' ? [word] : []), ...(good === '' || isGone() ? [] : [good]), why].join(' · ')
  }
  return (
    <Button class={`offer ${props.verdict.type}`} disabled={isGone()} onClick={() => props.onChoose()}>
      <span class="offer-cell">
        <b dir="auto">{where()}</b>
        <Show when={props.verdict.best}>{(best) => <span class="offer-best">{best()}</span>}</Show>
      </span>
      <span class="offer-when">{when()}</span>
      <span class="offer-why">
        <Icon name={props.verdict.type === 'free' ? 'check' : 'care'} />
        <Show when={isGone()}>
          <b>{t().goneNow} </b>
        </Show>
        <span dir="auto">{said()}</span>
      </span>
    </Button>
  )
}
