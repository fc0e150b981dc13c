import { Show } from 'solid-js'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { useHold } from './hold-context.tsx'
import { useMove } from './move-context.tsx'

/** What is in hand, how to place it, and how to put it back. A screen reader was told when it was picked up. */
export const HoldBar = () => {
  const t = useWords()
  const forum = useForum()
  const hold = useHold()
  const move = useMove()
  return (
    <Show when={hold.session()}>
      {(session) => (
        <section class="hold-bar" aria-label={t().hold.label}>
          <p>
            <b dir="auto">{t().hold.held(session().title)}</b> <span>{t().hold.how}</span>{' '}
            <span class="hold-keys">{t().hold.keys}</span>
          </p>
          <div class="row">
            <Button onClick={() => move(session().id)}>{t().card.moveTo}</Button>
            <Show when={forum.board().placements.has(session().id)}>
              <Button onClick={() => hold.release()}>{t().hold.release}</Button>
            </Show>
            <Button onClick={() => hold.putBack()}>{t().hold.putBack}</Button>
          </div>
        </section>
      )}
    </Show>
  )
}
