import { onCleanup } from 'solid-js'
import { HeaderInset } from '../ui/header-inset.ts'
import { ReasonDialog } from '../ui/ReasonDialog.tsx'
import { ChangesBadge } from './ChangesBadge.tsx'
import { createLastAction } from './create-last-action.ts'
import { createLook, createLooks } from './create-looks.ts'
import { createPushes } from './create-pushes.ts'

/**
 * Follows the board for one person: what changed since their last look, what others did with theirs, what they did last;
 * and asks them for a reason where a rule does.
 */
export const Changes = () => {
  const current = createLook()
  const looks = createLooks(current)
  createPushes(current)
  createLastAction()
  HeaderInset.fill(() => <ChangesBadge looks={looks} />)
  onCleanup(() => HeaderInset.fill(null))
  return <ReasonDialog />
}
