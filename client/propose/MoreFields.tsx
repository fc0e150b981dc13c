import { createMemo, For, Show } from 'solid-js'
import { formats } from '../../shared/board.ts'
import type { PersonId } from '../../shared/ids.ts'
import { limits } from '../../shared/limits.ts'
import { proposeWords } from '../i18n/propose.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { PeoplePicker } from '../ui/PeoplePicker.tsx'
import { DraftChoice } from './DraftChoice.tsx'
import { DraftText } from './DraftText.tsx'
import type { Draft } from './draft.ts'
import { featuresOf } from './features-of.ts'

interface MoreFieldsProps {
  readonly draft: Draft
  /** Who hosts it, and is no co-host; null where nobody is known yet. */
  readonly host: PersonId | null
  readonly editing: boolean
  readonly onChange: (changes: Partial<Draft>) => void
}

/** What is worth saying of most sessions beside the title: a sentence, the format, the length, needs, co-hosts. */
export const MoreFields = (props: MoreFieldsProps) => {
  const t = proposeWords.use
  const common = useWords()
  const forum = useForum()
  const features = createMemo(() => featuresOf(forum.board()))
  const lengths = createMemo(() =>
    Array.from({ length: limits.slotsPerSession }, (_, n) => ({ value: String(n + 1), text: t().slots(n + 1) })),
  )
  const toggle = (need: string, on: boolean) =>
    props.onChange({ needs: on ? [...props.draft.needs, need] : props.draft.needs.filter((other) => other !== need) })
  return (
    <>
      <DraftText
        label={t().description}
        name="description"
        isLong
        most={limits.description}
        value={props.draft.description}
        onText={(description) => props.onChange({ description })}
      />
      <fieldset>
        <legend class="legend">{t().format}</legend>
        <div class="row">
          <For each={formats}>
            {(format) => (
              <label class="check">
                <input
                  type="radio"
                  name="format"
                  checked={props.draft.format === format}
                  onChange={() => props.onChange({ format })}
                />
                {common().formats[format]}
              </label>
            )}
          </For>
        </div>
      </fieldset>
      <DraftChoice
        label={t().length}
        name="length"
        chosen={String(props.draft.length)}
        options={lengths()}
        onChoose={(length) => props.onChange({ length: Number(length) })}
      />
      <Show when={features().length > 0}>
        <fieldset>
          <legend class="legend">{t().needs}</legend>
          <div class="row">
            <For each={features()}>
              {(feature) => (
                <label class="check">
                  <input
                    type="checkbox"
                    checked={props.draft.needs.includes(feature)}
                    onChange={(event) => toggle(feature, event.currentTarget.checked)}
                  />
                  <span dir="auto">{feature}</span>
                </label>
              )}
            </For>
          </div>
        </fieldset>
      </Show>
      <DraftText
        label={features().length > 0 ? t().needsOther : t().needs}
        name="need"
        value={props.draft.otherNeed}
        onText={(otherNeed) => props.onChange({ otherNeed })}
      />
      <Show when={!props.editing}>
        <label class="check">
          <input
            type="checkbox"
            name="seeking"
            checked={props.draft.seeking}
            onChange={(event) => props.onChange({ seeking: event.currentTarget.checked })}
          />
          {t().seeking}
        </label>
      </Show>
      <Show when={!props.draft.seeking}>
        <PeoplePicker
          label={t().coHosts}
          help={t().coHostsHelp}
          nobody={t().nobodyFound}
          remove={t().removeCoHost}
          chosen={props.draft.coHosts}
          except={props.host === null ? [] : [props.host]}
          limit={limits.hostsPerSession - 1}
          onChange={(coHosts) => props.onChange({ coHosts })}
        />
      </Show>
    </>
  )
}
