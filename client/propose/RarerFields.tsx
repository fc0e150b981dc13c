import { createMemo, Show } from 'solid-js'
import { limits } from '../../shared/limits.ts'
import { proposeWords } from '../i18n/propose.ts'
import { useForum } from '../sync/forum-context.tsx'
import { collectivesFor } from './collectives-for.ts'
import { DraftChoice } from './DraftChoice.tsx'
import { DraftText } from './DraftText.tsx'
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
  const languages = createMemo(() => [
    { value: '', text: t().languageUnsaid },
    ...sessionLanguages(props.draft.language).map(({ tag, name }) => ({ value: tag, text: name, lang: tag })),
  ])
  const inWhoseName = createMemo(() => [
    { value: '', text: t().noCollective },
    ...collectives().map(({ id, name }) => ({ value: id, text: name })),
  ])
  return (
    <>
      <div class="fields">
        <DraftText
          label={t().expected}
          name="expected"
          keyboard="numeric"
          most={6}
          value={props.draft.expected}
          onText={(expected) => props.onChange({ expected })}
        />
        <DraftChoice
          label={t().language}
          name="language"
          chosen={props.draft.language}
          options={languages()}
          onChoose={(language) => props.onChange({ language })}
        />
        <Show when={collectives().length > 0}>
          <DraftChoice
            label={t().collective}
            name="collective"
            chosen={props.draft.collectiveId ?? ''}
            options={inWhoseName()}
            onChoose={(chosen) => props.onChange({ collectiveId: chosen === '' ? null : chosen })}
          />
        </Show>
      </div>
      <DraftText
        label={t().tags}
        name="tags"
        help={t().tagsHelp}
        value={props.draft.tags}
        onText={(tags) => props.onChange({ tags })}
      />
      <DraftText
        label={t().links}
        name="links"
        isLong
        keyboard="url"
        help={t().linksHelp}
        problem={props.badLink === null ? undefined : t().linksBad(props.badLink)}
        value={props.draft.links}
        onText={(links) => props.onChange({ links })}
      />
      <DraftText
        label={t().remarks}
        name="remarks"
        isLong
        most={limits.remarks}
        value={props.draft.remarks}
        onText={(remarks) => props.onChange({ remarks })}
      />
    </>
  )
}
