import { Show } from 'solid-js'
import type { PathItem } from '../../shared/path.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { intervalText } from '../i18n/format.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Icon } from '../ui/Icon.tsx'
import { SessionCard } from '../ui/SessionCard.tsx'

/** One step of the path: when, where, whether one hosts it, and what it clashes with. */
export const PathStep = (props: { readonly item: PathItem }) => {
  const t = useWords()
  const language = useLanguage()
  const forum = useForum()
  const where = () => {
    const { placement } = props.item
    if (placement === null) return t().place.parked
    const { rooms, frame } = forum.board()
    return `${intervalText(placement, frame.timeZone, language())} · ${rooms.get(placement.roomId)?.name ?? ''}`
  }
  const clashes = () =>
    props.item.clashes.map((id) => t().path.quoted(forum.board().sessions.get(id)?.title ?? '')).join(', ')
  return (
    <li classList={{ clash: props.item.clashes.length > 0 }}>
      <SessionCard sessionId={props.item.session.id} where={where()}>
        <p class="path-why">{props.item.mine ? t().path.mine : t().path.starred}</p>
        <Show when={props.item.clashes.length > 0}>
          <p class="path-clash">
            <Icon name="care" /> {t().path.clash(clashes())}
          </p>
        </Show>
      </SessionCard>
    </li>
  )
}
