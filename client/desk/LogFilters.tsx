import { createMemo, For } from 'solid-js'
import type { Entry } from '../../shared/events.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { deskWords } from '../i18n/desk.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Field } from '../ui/Field.tsx'
import type { EntryNames } from './entry-names.ts'
import { type LogFilter, logKinds, sessionOf } from './log-filter.ts'

interface LogFiltersProps {
  readonly entries: readonly Entry[]
  readonly names: EntryNames
  readonly filter: LogFilter
  readonly onFilter: (changes: Partial<LogFilter>) => void
}

interface Choice {
  readonly id: string
  readonly name: string
}

/** Who, what about, which session: only those that the log knows. */
export const LogFilters = (props: LogFiltersProps) => {
  const t = deskWords.use
  const language = useLanguage()
  const forum = useForum()
  const byName = (choices: readonly Choice[]) => choices.toSorted((a, b) => a.name.localeCompare(b.name, language()))
  const people = createMemo(() =>
    byName(
      [...new Set(props.entries.map(({ by }) => by))].map((id) => ({
        id,
        name: forum.people().get(id)?.name ?? t().log.someone,
      })),
    ),
  )
  const sessions = createMemo(() => {
    const ids = new Set(props.entries.flatMap(({ events }) => events.flatMap((event) => sessionOf(event) ?? [])))
    return byName([...ids].map((id) => ({ id, name: props.names.sessions.get(id) ?? t().log.unnamed })))
  })
  return (
    <>
      <LogChoice
        label={t().log.person}
        all={t().log.all.person}
        choices={people()}
        chosen={props.filter.by}
        onChosen={(id) => props.onFilter({ by: id })}
      />
      <LogChoice
        label={t().log.kind}
        all={t().log.all.kind}
        choices={logKinds.map((kind) => ({ id: kind, name: t().log.kinds[kind] }))}
        chosen={props.filter.kind}
        onChosen={(id) => props.onFilter({ kind: logKinds.find((kind) => kind === id) ?? null })}
      />
      <LogChoice
        label={t().log.session}
        all={t().log.all.session}
        choices={sessions()}
        chosen={props.filter.sessionId}
        onChosen={(id) => props.onFilter({ sessionId: id })}
      />
    </>
  )
}

interface LogChoiceProps {
  readonly label: string
  /** What choosing none is called. */
  readonly all: string
  readonly choices: readonly Choice[]
  readonly chosen: string | null
  readonly onChosen: (id: string | null) => void
}

const LogChoice = (props: LogChoiceProps) => (
  <Field label={props.label}>
    {(control) => (
      <select ref={control} onChange={(event) => props.onChosen(event.currentTarget.value || null)}>
        <option value="">{props.all}</option>
        <For each={props.choices}>
          {({ id, name }) => (
            <option value={id} selected={props.chosen === id}>
              {name}
            </option>
          )}
        </For>
      </select>
    )}
  </Field>
)
