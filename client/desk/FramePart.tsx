import { createSignal, For } from 'solid-js'
import { modes } from '../../shared/board.ts'
import type { FrameForum } from '../../shared/commands/frame.schema.ts'
import { limits } from '../../shared/limits.ts'
import { deskWords } from '../i18n/desk.ts'
import { useForum } from '../sync/forum-context.tsx'
import { AccentPicker } from '../ui/AccentPicker.tsx'
import { Field } from '../ui/Field.tsx'
import { SavedInput } from './SavedInput.tsx'
import { useDesk } from './use-desk.ts'

const texts = [
  { field: 'name', longest: limits.label },
  { field: 'theme', longest: limits.title },
  { field: 'place', longest: limits.title },
  { field: 'notice', longest: limits.title },
] as const

/** What the forum says of itself, and who decides in it. */
export const FramePart = () => {
  const t = deskWords.use
  const forum = useForum()
  const desk = useDesk()
  const [isBad, setBad] = createSignal(false)
  const frame = () => forum.board().frame
  const edit = (changes: Omit<FrameForum, 'type'>, field: string) =>
    desk.run({ type: 'frame-forum', ...changes }, t().saved(field))
  const savePeople = (text: string) => {
    const cleaned = text.replace(/\s/g, '')
    const people = cleaned === '' ? null : Number(cleaned)
    const bad = people !== null && !(Number.isInteger(people) && people > 0 && people <= limits.capacity)
    setBad(bad)
    return bad ? Promise.resolve(false) : edit({ expectedPeople: people }, t().frame.expected)
  }
  return (
    <>
      <section class="desk-box">
        <For each={texts}>
          {({ field, longest }) => (
            <Field label={t().frame[field]}>
              {(control) => (
                <SavedInput
                  ref={control}
                  maxLength={longest}
                  saved={frame()[field]}
                  onSave={(text) => edit({ [field]: text }, t().frame[field])}
                />
              )}
            </Field>
          )}
        </For>
        <Field label={t().frame.expected} problem={isBad() ? t().notNumber : undefined}>
          {(control) => (
            <SavedInput
              ref={control}
              inputMode="numeric"
              saved={frame().expectedPeople === null ? '' : String(frame().expectedPeople)}
              onSave={savePeople}
            />
          )}
        </Field>
      </section>
      <fieldset class="desk-box">
        <legend class="legend">{t().frame.mode}</legend>
        <For each={modes}>
          {(mode) => (
            <label class="check desk-mode">
              <input
                type="radio"
                name="mode"
                checked={frame().mode === mode}
                onChange={() => void desk.run({ type: 'set-mode', mode }, t().saved(t().frame.modes[mode].name))}
              />
              <span>
                <strong>{t().frame.modes[mode].name}.</strong> <span class="soft">{t().frame.modes[mode].help}</span>
              </span>
            </label>
          )}
        </For>
      </fieldset>
      <AccentPicker
        title={t().frame.accent}
        names={t().frame.accents}
        chosen={frame().accent}
        onChoose={(accent) => void edit({ accent }, t().frame.accent)}
      />
    </>
  )
}
