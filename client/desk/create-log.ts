import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js'
import type { Entry } from '../../shared/events.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { fetchEntries, fetchLastSeq, logPage } from './desk-http.ts'
import { mergeEntries } from './merge-entries.ts'

/** What came of reading the log. */
export type LogState = 'reading' | 'whole' | 'failed'

/** The log as far as it is here: a page at a time, so that a long one shows its end at once. */
export interface Log {
  /** Those that are here, the newest first. */
  readonly entries: Accessor<readonly Entry[]>
  /** Seq of the last entry that there is; 0 while nobody said. */
  readonly last: Accessor<number>
  readonly state: Accessor<LogState>
  /** Fetches the page that an entry is in, if it is not here yet. */
  need(seq: number): void
}

/** How often a page is asked for again that did not come. */
const tries = 2

/**
 * Reads the log from its end backwards.
 * @param isWhole whether all of it is read, for searching; otherwise only what is needed
 */
export const createLog = (isWhole: boolean): Log => {
  const forum = useForum()
  const language = useLanguage()
  const [stored, setStored] = createSignal<readonly Entry[]>([])
  const [head, setHead] = createSignal(0)
  const [state, setState] = createSignal<LogState>('reading')
  const asked = new Set<number>()
  let isGone = false
  onCleanup(() => {
    isGone = true
  })
  /** Page 0 begins with seq 1. */
  const pageOf = (seq: number) => Math.floor((seq - 1) / logPage)
  const read = async (page: number): Promise<boolean> => {
    if (asked.has(page)) return true
    asked.add(page)
    for (let n = 0; n < tries && !isGone; n += 1) {
      const found = await fetchEntries(forum.slug, page * logPage, language())
      if (found === null) continue
      // The next page may have been written in part since: only its own entries are of this one.
      setStored((before) => [...before, ...found.filter(({ seq }) => pageOf(seq) === page)])
      return true
    }
    asked.delete(page)
    return false
  }
  const begin = async () => {
    const seq = await fetchLastSeq(forum.slug, language())
    if (isGone) return
    if (seq === null) {
      setState('failed')
      return
    }
    setHead(seq)
    for (let page = pageOf(seq); page >= 0 && !isGone; page -= 1) {
      if (!(await read(page))) {
        setState('failed')
        return
      }
      if (!isWhole) break
    }
    setState('whole')
  }
  void begin()
  const entries = createMemo(() => mergeEntries(stored(), forum.entries()))
  return {
    entries,
    last: () => Math.max(head(), forum.entries().at(-1)?.seq ?? 0),
    state,
    need: (seq) => {
      if (seq > 0 && seq <= head()) void read(pageOf(seq))
    },
  }
}
