import { untrack } from 'solid-js'
import { changesWords } from '../i18n/changes.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { useForum } from '../sync/forum-context.tsx'
import {
  forgetLastAction,
  lastActionText,
  leftToUndo,
  rememberLastAction,
  useLastAction,
  wasUndo,
} from '../ui/last-action.ts'
import { useLocation } from '../ui/location.ts'
import { notify, useNotices } from '../ui/notices.ts'
import { undo } from '../ui/undo.ts'
import { fetchUndo } from './fetch-undo.ts'

/** Of the notice by which a page that was loaded anew offers the way back. */
export const lastActionKey = 'last action'

/**
 * For a page that was loaded anew: asks the server what one did last. It may be otherwise than this device remembers:
 * done elsewhere, or while the page went, or undone since. What this device did itself is offered to be undone once more.
 */
export const useOfferLast = (): (() => Promise<void>) => {
  const t = changesWords.use
  const forum = useForum()
  const language = useLanguage()
  const location = useLocation()
  const last = useLastAction()
  const notices = useNotices()
  return () =>
    untrack(async () => {
      const [you, before] = [forum.you()?.id, last()]
      const found = await fetchUndo(forum.slug, language())
      // What was done meanwhile was heard of, and is newer than this answer.
      if (found === undefined || forum.you()?.id !== you || last() !== before) return
      if (found === null || wasUndo(forum, found.commandId)) return forgetLastAction(forum)
      const { commandId, at } = found
      if (before?.commandId !== commandId) {
        return rememberLastAction(forum, { commandId, at, done: { kind: 'something', to: [{ start: at }] } })
      }
      const isListed = location().path === `/${forum.slug}/me`
      if (isListed || notices().length > 0 || leftToUndo(before, forum.now()) <= 0) return
      const act = () => void undo(forum, commandId)
      const text = t().lastActionIs(lastActionText(forum, before))
      notify({ key: lastActionKey, text, actions: [{ label: t().undo, act }], passes: true })
    })
}
