import { useWords } from '../i18n/words.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Tray } from './Tray.tsx'
import { useParkedCount } from './use-parked-count.ts'
import { useMayPropose, usePropose } from './use-propose.ts'

/** Beside the grid: proposing, and the tray. */
export const BoardSide = () => {
  const t = useWords()
  const propose = usePropose()
  const mayPropose = useMayPropose()
  const parked = useParkedCount()
  return (
    <aside class="board-side" aria-label={t().board.tray}>
      <Button look={mayPropose() ? 'main' : 'plain'} class="board-propose" onClick={() => propose()}>
        <Icon name="plus" /> {t().board.propose}
      </Button>
      <h2>{t().board.trayCount(parked())}</h2>
      <Tray />
    </aside>
  )
}
