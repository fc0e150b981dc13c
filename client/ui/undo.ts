import type { Board } from '../../shared/board.ts'
import type { Entry } from '../../shared/events.ts'
import type { CommandId } from '../../shared/ids.ts'
import { changesWords } from '../i18n/changes.ts'
import type { ForumStore } from '../sync/forum-store.ts'
import { describeEntry, knownOn } from './describe.ts'
import { forgetLastAction, forgetUndone, type LastAction, lastActionText, useLastAction } from './last-action.ts'
import { notify } from './notices.ts'

const key = 'undo'

/**
 * What was taken back. Right after it was confirmed it may not be remembered yet: then the entry that this page heard tells
 * it; and where that came in a snapshot, the entry by which it was undone.
 */
export const undoneText = (
  forum: ForumStore,
  commandId: CommandId,
  undoing: Entry,
  { last, before }: { readonly last: LastAction | null; readonly before: Board },
): string => {
  const t = changesWords.use()
  if (last?.commandId === commandId) return t.undone(lastActionText(forum, last))
  const known = knownOn(before, forum.confirmed())
  const heard = forum.entries().find((entry) => entry.commandId === commandId)
  const said = (entry: Entry) => lastActionText(forum, { done: describeEntry(entry, known) })
  return heard === undefined ? t.undoneSo(said(undoing)) : t.undone(said(heard))
}

/** Takes back one's own action, as the server allows it; says what came of it. */
export const undo = async (forum: ForumStore, commandId: CommandId): Promise<void> => {
  await changesWords.ready()
  const t = changesWords.use
  const known = { last: useLastAction()(), before: forum.confirmed() }
  const answer = await forum.send({ type: 'undo', commandId })
  if (answer.type === 'refused') {
    const others = answer.refusal.findings.slice(1).map(({ message }) => message)
    notify({ key, tone: 'bad', text: t().notUndone(answer.refusal.message), detail: others.join(' ') || undefined })
    if (answer.refusal.code === 'nothing-to-undo' || answer.refusal.code === 'built-upon') forgetLastAction(forum)
    return
  }
  const text = undoneText(forum, commandId, answer.entry, known)
  forgetUndone(forum, answer.entry.commandId)
  notify({ key, tone: 'good', text })
}
