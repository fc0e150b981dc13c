import { createUniqueId } from 'solid-js'
import { deskWords } from '../i18n/desk.ts'
import { Button } from '../ui/Button.tsx'

interface MomentSliderProps {
  readonly label: string
  /** Seq of the last entry that there is. */
  readonly last: number
  readonly seq: number
  /** What the moment is, in words: hour, who, what. */
  readonly said: string
  readonly onSeq: (seq: number) => void
}

/** A moment of the log: by sliding, by arrow keys, or one action at a time. */
export const MomentSlider = (props: MomentSliderProps) => {
  const t = deskWords.use
  const id = createUniqueId()
  const go = (seq: number) => props.onSeq(Math.min(props.last, Math.max(1, seq)))
  return (
    <div class="desk-moment">
      <label for={id}>{props.label}</label>
      <div class="desk-moment-slide">
        <Button disabled={props.seq <= 1} aria-label={t().history.earlier} onClick={() => go(props.seq - 1)}>
          ‹
        </Button>
        <input
          id={id}
          type="range"
          min="1"
          max={props.last}
          value={props.seq}
          aria-valuetext={props.said}
          onInput={(event) => go(Number(event.currentTarget.value))}
        />
        <Button disabled={props.seq >= props.last} aria-label={t().history.later} onClick={() => go(props.seq + 1)}>
          ›
        </Button>
      </div>
      <p class="desk-moment-said" dir="auto">
        {props.said}
      </p>
    </div>
  )
}
