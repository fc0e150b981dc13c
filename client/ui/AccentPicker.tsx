import { For } from 'solid-js'
import { type Accent, accents } from '../../shared/board.ts'
import './accent-picker.css'

interface AccentPickerProps {
  readonly title: string
  readonly names: Readonly<Record<Accent, string>>
  readonly chosen: Accent
  readonly onChoose: (accent: Accent) => void
}

/** The colours a forum may wear, each shown as it will look and called by its name. */
export const AccentPicker = (props: AccentPickerProps) => (
  <fieldset class="accent-picker">
    <legend class="legend">{props.title}</legend>
    <For each={accents}>
      {(accent) => (
        <label class="accent-choice" data-accent={accent}>
          <input type="radio" name="accent" checked={props.chosen === accent} onChange={() => props.onChoose(accent)} />
          <span>{props.names[accent]}</span>
        </label>
      )}
    </For>
  </fieldset>
)
