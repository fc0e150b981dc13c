import { createMemo, For } from 'solid-js'
import type { Interval } from '../../shared/time.ts'
import { useForum } from '../sync/forum-context.tsx'
import { hourMarks, shareOf } from './hour-marks.ts'

/** The hours under a slider. A reader hears the slider itself say where it is. */
export const HourRuler = (props: { readonly span: Interval }) => {
  const forum = useForum()
  const marks = createMemo(() => hourMarks(props.span, forum.frame().timeZone))
  return (
    <div class="desk-hours" aria-hidden="true">
      <For each={marks()}>
        {({ at, label }) => (
          <span
            classList={{ small: label === '' }}
            style={{ 'inset-inline-start': `${shareOf(at, props.span) * 100}%` }}
          >
            {label}
          </span>
        )}
      </For>
    </div>
  )
}
