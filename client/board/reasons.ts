import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import type { SessionId } from '../../shared/ids.ts'
import type { KeptReason } from '../../shared/protocol.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { ask } from '../sync/http.ts'

type Reasons = ReadonlyMap<SessionId, KeptReason>

/** Milliseconds within which the moves of a burst are asked about once. */
const joined = 500

const none: Reasons = new Map()
const [reasons, setReasons] = createSignal(none)

/** By session, the reason that was given for its place. */
export const useReasons = () => reasons

/** Keeps `useReasons` in step while it is drawn: asked for at once, and when something was placed. For the team alone. */
export const Reasons = () => {
  const forum = useForum()
  const language = useLanguage()
  const placements = createMemo(() => forum.confirmed().placements)
  const isLive = createMemo(() => forum.connection().type === 'live')
  let timer: ReturnType<typeof setTimeout> | undefined
  let isGone = false
  const fetchAll = async () => {
    const url = `/api/forums/${encodeURIComponent(forum.slug)}/reasons`
    const answer = await ask<{ reasons: readonly KeptReason[] }>(url, language())
    if (isGone || answer.type !== 'ok') return
    setReasons(new Map(answer.value.reasons.map((reason) => [reason.sessionId, reason])))
  }
  createEffect(
    on([placements, isLive], ([_, live], before) => {
      clearTimeout(timer)
      if (live) timer = setTimeout(() => void fetchAll(), before === undefined ? 0 : joined)
    }),
  )
  onCleanup(() => {
    isGone = true
    clearTimeout(timer)
    setReasons(none)
  })
  return undefined
}
