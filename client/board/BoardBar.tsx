import { createEffect, createMemo, createSignal, Show } from 'solid-js'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { ConnectionBadge } from '../ui/ConnectionBadge.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useFind } from './find-context.tsx'
import { useHold } from './hold-context.tsx'
import { Tray } from './Tray.tsx'
import { useParkedCount } from './use-parked-count.ts'
import { useMayPropose, usePropose } from './use-propose.ts'

/** Within the thumb's reach on a phone: the tray, proposing, and the line where it is in trouble. */
export const BoardBar = () => {
  const t = useWords()
  const forum = useForum()
  const propose = usePropose()
  const mayPropose = useMayPropose()
  const find = useFind()
  const openFind = () => {
    find.open()
    window.scrollTo({ top: 0, behavior: 'instant' })
  }
  const parked = useParkedCount()
  const hold = useHold()
  const [isTrayOpen, setTrayOpen] = createSignal(false)
  // Tapped or carried out of the sheet: the cells that it may go to lie behind it.
  const inHand = createMemo(() => hold.session()?.id)
  createEffect(() => inHand() !== undefined && setTrayOpen(false))
  const inTrouble = () => forum.connection().type === 'waiting' || forum.connection().type === 'stopped'
  return (
    <>
      <section class="board-bar" aria-label={t().board.bar}>
        <Show when={inTrouble()}>
          <ConnectionBadge />
        </Show>
        <Button onClick={() => setTrayOpen(true)}>{t().board.trayCount(parked())}</Button>
        <Button class="board-find" title={t().board.find} aria-expanded={find.isOpen()} onClick={openFind}>
          <Icon name="search" />
          <span class="unseen">{t().board.find}</span>
        </Button>
        <Button look={mayPropose() ? 'main' : 'plain'} class="board-propose" onClick={() => propose()}>
          <Icon name="plus" /> {t().board.propose}
        </Button>
      </section>
      <Dialog open={isTrayOpen()} title={t().board.trayCount(parked())} look="sheet" onClose={() => setTrayOpen(false)}>
        <Tray onPickUp={() => setTrayOpen(false)} />
      </Dialog>
    </>
  )
}
