import { For, Show } from 'solid-js'
import type { LocalDate } from '../../shared/time.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { shortDayText } from '../i18n/format.ts'
import { useWords } from '../i18n/words.ts'
import './day-tabs.css'

interface DayTabsProps {
  readonly dates: readonly LocalDate[]
  readonly labels: ReadonlyMap<LocalDate, string>
  readonly selected: LocalDate | null
  readonly onSelect: (date: LocalDate) => void
}

/** The days of the forum; one is current. Plain buttons, so that Tab and a screen reader find them where they expect. */
export const DayTabs = (props: DayTabsProps) => {
  const t = useWords()
  const language = useLanguage()
  return (
    <nav class="day-tabs" aria-label={t().board.days}>
      <For each={props.dates}>
        {(date) => (
          <button
            type="button"
            aria-current={props.selected === date ? 'date' : undefined}
            onClick={() => props.onSelect(date)}
          >
            <span>{shortDayText(date, language())}</span>
            <Show when={props.labels.get(date)}>
              <small dir="auto">{props.labels.get(date)}</small>
            </Show>
          </button>
        )}
      </For>
    </nav>
  )
}
