import type { CommandId } from '../../shared/ids.ts'
import { changesWords } from '../i18n/changes.ts'
import type { ForumStore } from '../sync/forum-store.ts'
import { forgetLastAction, forgetUndone, lastActionText, useLastAction } from './last-action.ts'
import { notify } from './notices.ts'

const key = 'undo'

/** Takes back one's own action, as the server allows it; says what came of it. */
export const undo = async (forum: ForumStore, commandId: CommandId): Promise<void> => {
  await changesWords.ready()
  const t = changesWords.use
  const last = useLastAction()()
  const answer = await forum.send({ type: 'undo', commandId })
  if (answer.type === 'refused') {
    const others = answer.refusal.findings.slice(1).map(({ message }) => message)
    notify({ key, tone: 'bad', text: t().notUndone(answer.refusal.message), detail: others.join(' ') || undefined })
    if (answer.refusal.code === 'nothing-to-undo' || answer.refusal.code === 'built-upon') forgetLastAction(forum)
    return
  }
  forgetUndone(forum, answer.entry.commandId)
  notify({ key, tone: 'good', text: t().undone(last?.commandId === commandId ? lastActionText(forum, last) : '') })
}
