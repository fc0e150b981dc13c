import { createSignal, Show } from 'solid-js'
import { MINUTE } from '../../shared/time.ts'
import { changesWords } from '../i18n/changes.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { lastActionText, leftToUndo, useLastAction } from '../ui/last-action.ts'
import { undo } from '../ui/undo.ts'

/** What one did last, and for how long it can still be undone. */
export const LastActionPart = () => {
  const t = changesWords.use
  const forum = useForum()
  const last = useLastAction()
  const [isBusy, setBusy] = createSignal(false)
  const left = () => {
    const action = last()
    return action === null ? 0 : leftToUndo(action, forum.now())
  }
  const act = async () => {
    const action = last()
    if (action === null) return
    setBusy(true)
    await undo(forum, action.commandId)
    setBusy(false)
  }
  return (
    <Show when={left() > 0 && last()}>
      {(action) => (
        <section class="last-action" aria-label={t().lastAction}>
          <p dir="auto">
            <b>{t().lastActionIs(lastActionText(forum, action()))}</b>{' '}
            <span class="soft">{t().undoWithin(Math.floor(left() / MINUTE))}</span>
          </p>
          <Button
            disabled={isBusy()}
            onClick={() => void act()}
            aria-label={t().undoThis(lastActionText(forum, action()))}
          >
            {t().undo}
          </Button>
        </section>
      )}
    </Show>
  )
}
