import { createMemo, createSignal, For, Show } from 'solid-js'
import type { Entry } from '../../shared/events.ts'
import { foldText } from '../../shared/words.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { deskWords } from '../i18n/desk.ts'
import { dayText, momentText } from '../i18n/format.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { createLog } from './create-log.ts'
import { entryNames } from './entry-names.ts'
import { entrySentences } from './entry-sentences.ts'
import { LogFilters } from './LogFilters.tsx'
import { isWanted, type LogFilter } from './log-filter.ts'

const PAGE = 60

/** Who did what, in words, newest first; live. */
export const LogPart = () => {
  const t = deskWords.use
  const language = useLanguage()
  const forum = useForum()
  const log = createLog(true)
  const [search, setSearch] = createSignal('')
  const [shown, setShown] = createSignal(PAGE)
  const zone = () => forum.board().frame.timeZone
  const entries = log.entries
  const names = createMemo(() => entryNames(forum.board(), [...entries()].reverse()))
  const [filter, setFilter] = createSignal<LogFilter>({ by: null, kind: null, sessionId: null })
  const lineOf = (entry: Entry) => {
    const writing = {
      moment: (at: number) => momentText(at, zone(), language()),
      day: (date: string) => dayText(date, language()),
    }
    return {
      who: forum.people().get(entry.by)?.name ?? t().log.someone,
      when: momentText(entry.at, zone(), language()),
      what: entrySentences(entry, names(), t().log, writing),
    }
  }
  // A long log is put in words only as far as it is shown, or searched.
  const found = createMemo(() => {
    const wanted = foldText(search())
    const kept = entries().filter((entry) => isWanted(entry, filter()))
    if (wanted === '') return kept
    return kept.filter((entry) => {
      const { who, what } = lineOf(entry)
      return foldText(`${who} ${what.join(' ')}`).includes(wanted)
    })
  })
  const lines = createMemo(() => found().slice(0, shown()).map(lineOf))
  const status = () => {
    if (log.state() === 'failed') return t().log.failed
    const count = t().log.count(found().length)
    return log.state() === 'reading' ? `${count} · ${t().log.loading}` : count
  }
  return (
    <>
      <div class="desk-pair desk-log-search">
        <Field label={t().log.search}>
          {(control) => (
            <input
              ref={control}
              type="search"
              value={search()}
              onInput={(event) => {
                setSearch(event.currentTarget.value)
                setShown(PAGE)
              }}
            />
          )}
        </Field>
        <LogFilters
          entries={entries()}
          names={names()}
          filter={filter()}
          onFilter={(changes) => {
            setFilter({ ...filter(), ...changes })
            setShown(PAGE)
          }}
        />
      </div>
      <p role="status" class="soft">
        {status()}
      </p>
      <Show when={found().length > 0} fallback={<p>{log.state() === 'whole' ? t().log.none : ''}</p>}>
        <ol class="desk-log">
          <For each={lines()}>
            {(line) => (
              <li>
                <span class="desk-log-when">{line.when}</span>
                <strong dir="auto">{line.who}</strong>
                <span dir="auto">{line.what.join(' ; ')}</span>
              </li>
            )}
          </For>
        </ol>
      </Show>
      <Show when={found().length > shown()}>
        <Button onClick={() => setShown(shown() + PAGE)}>{t().log.more}</Button>
      </Show>
    </>
  )
}
