import { createSignal, onCleanup } from 'solid-js'
import type { Session } from '../../shared/board.ts'
import type { CellRef, SessionId } from '../../shared/ids.ts'
import { proposeWords } from '../i18n/propose.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { navigate } from '../ui/location.ts'
import { loadAnswers, useActs } from '../ui/use-acts.ts'

/**
 * Holds a session once more, in one step with its cell (O11); the sheet stays open until that is answered.
 * @param made the id of the new one, the same however often it is tried
 */
export const useRepeat = (made: SessionId) => {
  const t = proposeWords.use
  const common = useWords()
  const forum = useForum()
  const acts = useActs()
  const [isBusy, setBusy] = createSignal(false)
  let isGone = false
  onCleanup(() => {
    isGone = true
  })
  const repeat = async (
    { id, title }: Pick<Session, 'id' | 'title'>,
    cell: CellRef | null,
    reason?: string,
  ): Promise<void> => {
    if (isBusy()) return
    setBusy(true)
    if (!(await acts.named())) {
      setBusy(false)
      return
    }
    const answer = await forum.send({ type: 'repeat', sessionId: id, newId: made, ...cell }, { reason })
    const { sayDone, sayRefusal } = await loadAnswers()
    setBusy(false)
    if (answer.type === 'accepted') {
      const done = cell === null ? t().repeatParked(title) : t().repeated(title, acts.cellText(cell))
      sayDone(forum, `session ${made}`, done, answer.entry.commandId)
      // Whoever has gone on is not fetched back.
      if (!isGone) navigate(`/${forum.slug}/sessions/${made}`, { replace: true })
      return
    }
    sayRefusal({
      forum,
      t: common(),
      sessionId: made,
      refusal: answer.refusal,
      cellText: acts.cellText,
      choose: (other) => void repeat({ id, title }, other),
      again: (why = reason) => void repeat({ id, title }, cell, why),
    })
  }
  return { repeat, isBusy }
}
