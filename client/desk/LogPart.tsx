import { createMemo, createSignal, For, Show } from 'solid-js'
import type { Entry } from '../../shared/events.ts'
import { foldText } from '../../shared/words.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { deskWords } from '../i18n/desk.ts'
import { dayText, momentText } from '../i18n/format.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { createFetched } from '../ui/create-fetched.ts'
import { Field } from '../ui/Field.tsx'
import { fetchLog } from './desk-http.ts'
import { entryNames } from './entry-names.ts'
import { entrySentences } from './entry-sentences.ts'
import { LogFilters } from './LogFilters.tsx'
import { isWanted, type LogFilter } from './log-filter.ts'

const PAGE = 60

/** Entries of the server and those that came since, each once, the newest first. */
export const mergeEntries = (stored: readonly Entry[], live: readonly Entry[]): readonly Entry[] =>
  [...new Map([...stored, ...live].map((entry) => [entry.seq, entry])).values()].sort((a, b) => b.seq - a.seq)

/** Who did what, in words, newest first; live. */
export const LogPart = () => {
  const t = deskWords.use
  const language = useLanguage()
  const forum = useForum()
  const stored = createFetched(() => fetchLog(forum.slug, language()))
  const [search, setSearch] = createSignal('')
  const [shown, setShown] = createSignal(PAGE)
  const zone = () => forum.board().frame.timeZone
  const entries = createMemo(() => mergeEntries(stored() ?? [], forum.entries()))
  const names = createMemo(() => entryNames(forum.board(), [...entries()].reverse()))
  const [filter, setFilter] = createSignal<LogFilter>({ by: null, kind: null, sessionId: null })
  const lines = createMemo(() => {
    const writing = {
      moment: (at: number) => momentText(at, zone(), language()),
      day: (date: string) => dayText(date, language()),
    }
    const wanted = filter()
    return entries()
      .filter((entry) => isWanted(entry, wanted))
      .map((entry) => ({
        seq: entry.seq,
        who: forum.people().get(entry.by)?.name ?? t().log.someone,
        when: momentText(entry.at, zone(), language()),
        what: entrySentences(entry, names(), t().log, writing),
      }))
  })
  const found = createMemo(() => {
    const wanted = foldText(search())
    return wanted === ''
      ? lines()
      : lines().filter((line) => foldText(`${line.who} ${line.what.join(' ')}`).includes(wanted))
  })
  return (
    <>
      <div class="desk-pair">
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
        {stored() === undefined ? t().log.loading : stored() === null ? t().log.failed : t().log.count(found().length)}
      </p>
      <Show when={found().length > 0} fallback={<p>{t().log.none}</p>}>
        <ol class="desk-log">
          <For each={found().slice(0, shown())}>
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
