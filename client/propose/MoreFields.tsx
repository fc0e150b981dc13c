import { createMemo, For, Show } from 'solid-js'
import { formats } from '../../shared/board.ts'
import { limits } from '../../shared/limits.ts'
import { proposeWords } from '../i18n/propose.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Field } from '../ui/Field.tsx'
import { collectivesFor } from './collectives-for.ts'
import type { Draft } from './draft.ts'
import { featuresOf } from './features-of.ts'
import { sessionLanguages } from './session-languages.ts'

interface MoreFieldsProps {
  readonly draft: Draft
  readonly badLink: string | null
  readonly onChange: (changes: Partial<Draft>) => void
}

/** What a session may say of itself beside its title. */
export const MoreFields = (props: MoreFieldsProps) => {
  const t = proposeWords.use
  const common = useWords()
  const forum = useForum()
  const features = createMemo(() => featuresOf(forum.board()))
  const collectives = createMemo(() => collectivesFor(forum.board(), forum.you()))
  const lengths = Array.from({ length: limits.slotsPerSession }, (_, index) => index + 1)
  const toggle = (need: string, on: boolean) =>
    props.onChange({ needs: on ? [...props.draft.needs, need] : props.draft.needs.filter((other) => other !== need) })
  return (
    <>
      <Field label={t().description}>
        {(control) => (
          <textarea
            ref={control}
            name="description"
            maxLength={limits.description}
            value={props.draft.description}
            dir="auto"
            onInput={(event) => props.onChange({ description: event.currentTarget.value })}
          />
        )}
      </Field>
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
      <div class="fields">
        <Field label={t().length}>
          {(control) => (
            <select
              ref={control}
              name="length"
              value={props.draft.length}
              onChange={(event) => props.onChange({ length: Number(event.currentTarget.value) })}
            >
              <For each={lengths}>{(length) => <option value={length}>{t().slots(length)}</option>}</For>
            </select>
          )}
        </Field>
        <Field label={t().expected}>
          {(control) => (
            <input
              ref={control}
              name="expected"
              inputMode="numeric"
              maxLength={6}
              value={props.draft.expected}
              onInput={(event) => props.onChange({ expected: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={t().language}>
          {(control) => (
            <select
              ref={control}
              name="language"
              value={props.draft.language}
              onChange={(event) => props.onChange({ language: event.currentTarget.value })}
            >
              <option value="">{t().languageUnsaid}</option>
              <For each={sessionLanguages(props.draft.language)}>
                {(language) => (
                  <option value={language.tag} lang={language.tag}>
                    {language.name}
                  </option>
                )}
              </For>
            </select>
          )}
        </Field>
        <Show when={collectives().length > 0}>
          <Field label={t().collective}>
            {(control) => (
              <select
                ref={control}
                name="collective"
                value={props.draft.collectiveId ?? ''}
                onChange={(event) => {
                  const chosen = event.currentTarget.value
                  props.onChange({ collectiveId: chosen === '' ? null : chosen })
                }}
              >
                <option value="">{t().noCollective}</option>
                <For each={collectives()}>{(each) => <option value={each.id}>{each.name}</option>}</For>
              </select>
            )}
          </Field>
        </Show>
      </div>
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
      <Field label={features().length > 0 ? t().needsOther : t().needs}>
        {(control) => (
          <input
            ref={control}
            name="need"
            value={props.draft.otherNeed}
            dir="auto"
            onInput={(event) => props.onChange({ otherNeed: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t().tags} help={t().tagsHelp}>
        {(control) => (
          <input
            ref={control}
            name="tags"
            value={props.draft.tags}
            dir="auto"
            onInput={(event) => props.onChange({ tags: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field
        label={t().links}
        help={t().linksHelp}
        problem={props.badLink === null ? undefined : t().linksBad(props.badLink)}
      >
        {(control) => (
          <textarea
            ref={control}
            name="links"
            inputMode="url"
            value={props.draft.links}
            onInput={(event) => props.onChange({ links: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t().remarks}>
        {(control) => (
          <textarea
            ref={control}
            name="remarks"
            maxLength={limits.remarks}
            value={props.draft.remarks}
            dir="auto"
            onInput={(event) => props.onChange({ remarks: event.currentTarget.value })}
          />
        )}
      </Field>
    </>
  )
}
