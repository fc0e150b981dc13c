import { createMemo, createUniqueId, For, Show } from 'solid-js'
import { HOUR, type Interval, type LocalDate, MINUTE } from '../../shared/time.ts'
import { localDate } from '../../shared/zone.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { deskWords } from '../i18n/desk.ts'
import { dayText } from '../i18n/format.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import type { Choice } from './create-choice.ts'
import type { Days } from './create-days.ts'
import { HourRuler } from './HourRuler.tsx'

interface MomentSliderProps {
  readonly label: string
  readonly choice: Choice
  readonly days: Days
  /** What the moment is, in words: when, who, what. */
  readonly said: string
}

/** Where somebody has been on the ruler of a day. */
interface Reached extends Interval {
  readonly day: LocalDate
}

const around = (a: Interval, b: Interval): Interval => ({
  start: Math.min(a.start, b.start),
  end: Math.max(a.end, b.end),
})

/**
 * A moment of the log, on the hours of its day: by sliding, by keys (arrows an action, page keys an hour), or one action at
 * a time.
 */
export const MomentSlider = (props: MomentSliderProps) => {
  const t = deskWords.use
  const language = useLanguage()
  const forum = useForum()
  const id = createUniqueId()
  const date = createMemo(() => localDate(props.choice.at(), forum.frame().timeZone))
  // By keys one leaves the hours in which something was done: the ruler reaches there, as long as it is that day's.
  const reached = createMemo((before: Reached | null): Reached => {
    const [day, at] = [date(), props.choice.at()]
    const isNew = before?.day !== day || props.choice.day() !== null
    return isNew ? { day, start: at, end: at } : { day, ...around(before, { start: at, end: at }) }
  }, null)
  const span = createMemo(() => around(props.days.rulerOf(date()), reached()), undefined, {
    equals: (a, b) => a.start === b.start && a.end === b.end,
  })
  const isFirst = () => props.choice.seq() === 1
  const onKey = (event: KeyboardEvent) => {
    const { step, goTo, goToEnd, at } = props.choice
    const acts: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => step(-1),
      ArrowDown: () => step(-1),
      ArrowRight: () => step(1),
      ArrowUp: () => step(1),
      PageDown: () => goTo(at() - HOUR),
      PageUp: () => goTo(at() + HOUR),
      Home: () => goToEnd('first'),
      End: () => goToEnd('now'),
    }
    const act = event.altKey || event.ctrlKey || event.metaKey ? undefined : acts[event.key]
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  return (
    <div class="desk-moment">
      <div class="desk-moment-head">
        <label for={id}>{props.label}</label>
        <Show when={props.days.dates().length > 1}>
          <select
            aria-label={t().history.dayOf(props.label)}
            onChange={(event) => props.choice.goToDay(event.currentTarget.value)}
          >
            <For each={props.days.dates()}>
              {(day) => (
                <option value={day} selected={day === date()}>
                  {dayText(day, language())}
                </option>
              )}
            </For>
          </select>
        </Show>
      </div>
      <div class="desk-moment-slide">
        <input
          id={id}
          type="range"
          min="0"
          max={(span().end - span().start) / MINUTE}
          value={(props.choice.at() - span().start) / MINUTE}
          aria-valuetext={props.said}
          onKeyDown={onKey}
          onInput={(event) => props.choice.goTo(span().start + Number(event.currentTarget.value) * MINUTE)}
        />
        <HourRuler span={span()} />
      </div>
      <div class="desk-moment-steps">
        <Button disabled={isFirst()} aria-label={t().history.earlier} onClick={() => props.choice.step(-1)}>
          ‹
        </Button>
        <p class="desk-moment-said" dir="auto">
          {props.said}
        </p>
        <Button disabled={props.choice.isNow()} aria-label={t().history.later} onClick={() => props.choice.step(1)}>
          ›
        </Button>
      </div>
    </div>
  )
}
