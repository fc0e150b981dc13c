import { Show } from 'solid-js'
import type { LocalDate } from '../../shared/time.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { dayText } from '../i18n/format.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { DayTabs } from '../ui/DayTabs.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { BoardDay } from './create-day.ts'
import { DoorStates } from './DoorStates.tsx'
import { useFind } from './find-context.tsx'
import { parts } from './parts.ts'

/** The day of a forum of one day, in place of the tabs: which day it is has to be read somewhere. */
const OneDay = (props: { readonly date: LocalDate | undefined }) => {
  const language = useLanguage()
  return <p class="one-day">{props.date === undefined ? '' : dayText(props.date, language())}</p>
}

interface BoardTopProps {
  readonly day: BoardDay
  readonly isWide: boolean
  readonly onDay: (date: LocalDate) => void
}

/** Above the day: the days, the search, and doors that are closed. */
export const BoardTop = (props: BoardTopProps) => {
  const t = useWords()
  const forum = useForum()
  const find = useFind()
  return (
    <div class="board-top">
      <div class="board-days">
        <Show when={props.day.dates().length > 1} fallback={<OneDay date={props.day.dates()[0]} />}>
          <DayTabs
            dates={props.day.dates()}
            labels={forum.board().days}
            selected={props.day.date()}
            onSelect={props.onDay}
          />
        </Show>
        <Show when={props.isWide && !find.isOpen()}>
          <Button look="quiet" onClick={find.open}>
            <Icon name="search" /> {t().board.find}
          </Button>
        </Show>
      </div>
      <Show when={find.isOpen()}>
        <parts.find grid={props.day.grid()} onDay={props.onDay} />
      </Show>
      <DoorStates />
    </div>
  )
}
