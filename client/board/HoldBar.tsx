import { Show } from 'solid-js'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { useHold } from './hold-context.tsx'

/** What is in hand, how to place it, and how to put it back. */
export const HoldBar = () => {
  const t = useWords()
  const forum = useForum()
  const hold = useHold()
  return (
    <Show when={hold.session()}>
      {(session) => (
        <div class="hold-bar">
          <p role="status">
            <b dir="auto">{t().hold.held(session().title)}</b> <span>{t().hold.how}</span>{' '}
            <span class="hold-keys">{t().hold.keys}</span>
          </p>
          <div class="row">
            <Show when={forum.board().placements.has(session().id)}>
              <Button onClick={() => hold.release()}>{t().hold.release}</Button>
            </Show>
            <Button onClick={() => hold.putBack()}>{t().hold.putBack}</Button>
          </div>
        </div>
      )}
    </Show>
  )
}
