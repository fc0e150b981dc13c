import { createMemo, For, Show } from 'solid-js'
import { limits } from '../../shared/limits.ts'
import { proposeWords } from '../i18n/propose.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Field } from '../ui/Field.tsx'
import { collectivesFor } from './collectives-for.ts'
import type { Draft } from './draft.ts'
import { sessionLanguages } from './session-languages.ts'

interface RarerFieldsProps {
  readonly draft: Draft
  readonly badLink: string | null
  readonly onChange: (changes: Partial<Draft>) => void
}

/** What only some sessions have to say. */
export const RarerFields = (props: RarerFieldsProps) => {
  const t = proposeWords.use
  const forum = useForum()
  const collectives = createMemo(() => collectivesFor(forum.board(), forum.you()))
  return (
    <>
      <div class="fields">
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
