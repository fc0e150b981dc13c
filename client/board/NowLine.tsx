import { createMemo, Show } from 'solid-js'
import { slotsOf } from '../../shared/slots.ts'
import type { LocalDate } from '../../shared/time.ts'
import { localDate } from '../../shared/zone.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { timeText } from '../i18n/format.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'

interface NowLineProps {
  /** The day that is shown; the line is drawn on the forum's own today only. */
  readonly date: LocalDate
  readonly current: ReadonlySet<string>
}

/** What time it is and what that means, always in sight; a tap leads back to what runs now. */
export const NowLine = (props: NowLineProps) => {
  const t = useWords()
  const language = useLanguage()
  const forum = useForum()
  const zone = () => forum.board().frame.timeZone
  const minute = createMemo(() => Math.floor(forum.now() / 60_000) * 60_000)
  const time = (at: number) => timeText(at, zone(), language())
  const meaning = createMemo(() => {
    const slots = slotsOf(forum.board(), props.date)
    const ends = slots.filter(({ id }) => props.current.has(id)).map(({ end }) => end)
    const next = slots.find(({ start }) => start > minute())
    if (ends.length > 0) return t().board.nowUntil(time(Math.min(...ends)))
    return next === undefined ? '' : t().board.nowNext(time(next.start))
  })
  const goToNow = () => {
    const slot = document.querySelector('.slot.current') ?? document.querySelector('.board-day > .slot')
    slot?.scrollIntoView({ block: 'start' })
  }
  return (
    <Show when={localDate(minute(), zone()) === props.date && meaning() !== ''}>
      <button type="button" class="now-line" onClick={goToNow}>
        <b>{t().board.nowIs(time(minute()))}</b> · {meaning()}
      </button>
    </Show>
  )
}
