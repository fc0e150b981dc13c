import type { CellRef, CommandId, SessionId } from '../../shared/ids.ts'
import type { RefusalJson } from '../../shared/protocol.ts'
import { changesWords } from '../i18n/changes.ts'
import type { Words } from '../i18n/fr.ts'
import type { ForumStore } from '../sync/forum-store.ts'
import { askReason } from './ask-reason.ts'
import { dropNotice, notify, useNotices } from './notices.ts'
import { undo } from './undo.ts'

interface Refused {
  readonly forum: ForumStore
  readonly t: Words
  readonly sessionId: SessionId
  readonly refusal: RefusalJson
  readonly cellText: (cell: CellRef) => string
  readonly choose: (cell: CellRef) => void
  /** Sends it once more; with a reason where a rule asked for one. */
  readonly again: (reason?: string) => void
}

/** Whether a reason would do: nothing blocks, and a rule asks why. */
const wantsReason = ({ findings }: RefusalJson): boolean => findings[0]?.level === 'needs-reason'

/** Why nothing happened, all of it, with what can be done instead one tap away. */
export const sayRefusal = ({ forum, t, sessionId, refusal, cellText, choose, again }: Refused): void => {
  const words = changesWords.use()
  const alternatives = refusal.alternatives.map((cell) => ({ label: cellText(cell), act: () => choose(cell) }))
  const others = refusal.findings.slice(1).map(({ message }) => message)
  const title = forum.board().sessions.get(sessionId)?.title ?? ''
  const why = wantsReason(refusal)
    ? [
        {
          label: words.sayWhy,
          act: () => void askReason(refusal.findings[0]?.message ?? '').then((given) => given !== null && again(given)),
        },
      ]
    : []
  notify({
    key: `session ${sessionId}`,
    tone: 'bad',
    text: title === '' ? refusal.message : t.place.refused(title, refusal.message),
    detail: [...others, ...(alternatives.length > 0 ? [t.place.alternatives] : [])].join(' '),
    // What waited too long is let go when this is gone.
    stays: refusal.code === 'too-late',
    actions: refusal.code === 'too-late' ? [{ label: t.retry, act: () => again() }] : [...alternatives, ...why],
  })
}

let lastDone = ''

/**
 * What was done, and the way back for as long as it is said. Only the last action can be undone: what was said of the one
 * before goes, and on a phone the board is not hidden behind them.
 */
export const sayDone = (forum: ForumStore, key: string, text: string, commandId: CommandId): void => {
  const isSaid = useNotices()().some((notice) => notice.key === lastDone && notice.passes === true)
  if (isSaid) dropNotice(lastDone)
  lastDone = key
  const actions = [{ label: changesWords.use().undo, act: () => void undo(forum, commandId) }]
  notify({ key, tone: 'good', text, actions, passes: true })
}
