import { createMemo, For, Show } from 'solid-js'
import type { Session } from '../../shared/board.ts'
import { parkedSessions } from '../../shared/grid.ts'
import type { SessionId } from '../../shared/ids.ts'
import { hostsOf } from '../../shared/together.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { SessionCard } from '../ui/SessionCard.tsx'
import { useFind } from './find-context.tsx'
import { useHold } from './hold-context.tsx'
import { useMove } from './move-context.tsx'

/** Sessions without a cell: never out of sight. */
export const Tray = (props: { readonly onPickUp?: () => void }) => {
  const t = useWords()
  const forum = useForum()
  const hold = useHold()
  const find = useFind()
  const move = useMove()
  // One's own come first: they are the ones that one can place.
  const all = createMemo(() => parkedSessions(forum.board()))
  const parked = createMemo(() => {
    const sessions = all().filter(({ id }) => find.shows(id))
    const isMine = (session: Session) => hostsOf(forum.board(), session).includes(forum.you()?.id ?? '')
    return [...sessions.filter(isMine), ...sessions.filter((session) => !isMine(session))].map(({ id }) => id)
  })
  const moveTo = (sessionId: SessionId) => {
    props.onPickUp?.()
    move(sessionId)
  }
  const pickUp = (sessionId: SessionId) => {
    hold.pickUp(sessionId)
    props.onPickUp?.()
  }
  return (
    <Show
      when={parked().length > 0}
      fallback={<p class="soft">{all().length > 0 ? t().board.trayNotFound : t().board.trayEmpty}</p>}
    >
      <ul class="tray">
        <For each={parked()}>
          {(sessionId) => (
            <li>
              <SessionCard sessionId={sessionId} held={hold.isHeld(sessionId)} onPickUp={pickUp} onMove={moveTo} />
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
