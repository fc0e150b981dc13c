import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import type { SessionId } from '../../shared/ids.ts'
import type { KeptReason } from '../../shared/protocol.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { fetchReasons } from './desk-http.ts'

/** Milliseconds within which the moves of a burst are asked about once. */
const joined = 500

/** By session, the reason that was given for its place; asked for again when something was placed elsewhere. */
export const createReasons = (): Accessor<ReadonlyMap<SessionId, KeptReason>> => {
  const forum = useForum()
  const language = useLanguage()
  const [reasons, setReasons] = createSignal<ReadonlyMap<SessionId, KeptReason>>(new Map())
  const placements = createMemo(() => forum.confirmed().placements)
  let timer: ReturnType<typeof setTimeout> | undefined
  let isGone = false
  const ask = async () => {
    const kept = await fetchReasons(forum.slug, language())
    if (!isGone && kept !== null) setReasons(new Map(kept.map((reason) => [reason.sessionId, reason])))
  }
  createEffect(
    on(placements, (_, before) => {
      clearTimeout(timer)
      timer = setTimeout(() => void ask(), before === undefined ? 0 : joined)
    }),
  )
  onCleanup(() => {
    isGone = true
    clearTimeout(timer)
  })
  return reasons
}
