import { createMemo, For, Match, Show, Switch } from 'solid-js'
import type { PathDay, PathPart } from '../../shared/path-days.ts'
import { contains, type Instant, type LocalDate } from '../../shared/time.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { dayText, intervalText } from '../i18n/format.ts'
import { pathWords } from '../i18n/path.ts'
import { useForum } from '../sync/forum-context.tsx'
import { PathGap } from './PathGap.tsx'
import { PathStep } from './PathStep.tsx'

interface PathDayPartProps {
  readonly day: PathDay
  readonly today: LocalDate
  readonly now: Instant
}

const keyOf = ({ type, start, end }: PathPart): string => `${type} ${start} ${end}`

/** One day of the path: steps, common moments and gaps, one under the other. */
export const PathDayPart = (props: PathDayPartProps) => {
  const t = pathWords.use
  const language = useLanguage()
  const forum = useForum()
  const title = () => {
    const day = dayText(props.day.date, language())
    return props.day.date === props.today ? t().today(day) : day
  }
  const parts = createMemo(() => new Map(props.day.parts.map((part) => [keyOf(part), part])))
  const hours = (part: PathPart) => intervalText(part, forum.board().frame.timeZone, language())
  const as = <T extends PathPart['type']>(part: PathPart, type: T) =>
    part.type === type ? (part as Extract<PathPart, { type: T }>) : null
  return (
    <section class="path-day" aria-label={title()}>
      <h2>{title()}</h2>
      <Show
        when={parts().size > 0}
        fallback={
          <p class="path-none">
            {t().noneThatDay} <a href={`/${forum.slug}?day=${props.day.date}`}>{t().thatDay}</a>
          </p>
        }
      >
        <ol class="path">
          <For each={[...parts().keys()]}>
            {(key) => (
              <Show when={parts().get(key)}>
                {(part) => (
                  <li class={`path-part ${part().type}`}>
                    <p class="path-time">
                      <time>{hours(part())}</time>
                      <Show when={contains(part(), props.now)}>
                        <strong class="path-now">{t().now}</strong>
                      </Show>
                    </p>
                    <Switch>
                      <Match when={as(part(), 'step')}>{(step) => <PathStep items={step().items} />}</Match>
                      <Match when={as(part(), 'gap')}>
                        {(gap) => <PathGap date={props.day.date} suggestions={gap().suggestions} />}
                      </Match>
                      <Match when={as(part(), 'common')}>
                        {(moment) => (
                          <p class="path-common" dir="auto">
                            {moment().label === '' ? t().common : moment().label}
                          </p>
                        )}
                      </Match>
                    </Switch>
                  </li>
                )}
              </Show>
            )}
          </For>
        </ol>
      </Show>
    </section>
  )
}
