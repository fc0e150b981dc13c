import { type Accessor, createEffect, createSignal, on, onCleanup, untrack } from 'solid-js'
import type { Checks } from '../../shared/checks.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { fetchChecks } from './desk-http.ts'

/** What the server says of the board as it stands. */
export interface BoardChecks {
  /** Undefined before the first answer; then the last one that came. */
  readonly checks: Accessor<Checks | undefined>
  /** The server did not answer the last time; it is asked again by itself. */
  readonly isLost: Accessor<boolean>
}

/** Milliseconds within which the changes of a burst are asked about once. */
const joined = 1000
/** Time alone changes a few things, such as what has begun: asked again after this many milliseconds. */
const atLeast = 60_000
/** Milliseconds to the next try where the server did not answer. */
const again = 5000

/**
 * Follows the board: asks again when it changed, once for a burst, one question at a time, and only while somebody can see
 * the page.
 * @param around is given each change of the answer, to do it
 */
export const createChecks = (around: (change: () => void) => void = (change) => change()): BoardChecks => {
  const forum = useForum()
  const language = useLanguage()
  const [checks, setChecks] = createSignal<Checks | undefined>()
  const [isLost, setLost] = createSignal(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let isAsking = false
  let isWanted = false
  let isGone = false
  const askIn = (wait: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void ask(), wait)
  }
  const ask = async () => {
    isWanted = isAsking || document.hidden
    if (isWanted) return
    isAsking = true
    const found = await fetchChecks(forum.slug, untrack(language))
    isAsking = false
    if (isGone) return
    setLost(found === null)
    if (found !== null) around(() => setChecks(found))
    askIn(isWanted ? joined : found === null ? again : atLeast)
  }
  const seen = () => {
    if (!document.hidden && isWanted) askIn(0)
  }
  createEffect(on([forum.confirmed, language], () => askIn(untrack(checks) === undefined ? 0 : joined)))
  document.addEventListener('visibilitychange', seen)
  onCleanup(() => {
    isGone = true
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', seen)
  })
  return { checks, isLost }
}
