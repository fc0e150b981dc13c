import { createMemo, For, Show } from 'solid-js'
import type { PathItem } from '../../shared/path.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { intervalText } from '../i18n/format.ts'
import { pathWords } from '../i18n/path.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Icon } from '../ui/Icon.tsx'
import { SessionCard } from '../ui/SessionCard.tsx'

/** What one is at; where several clash, their cards stand beside each other and nothing is chosen for anybody. */
export const PathStep = (props: { readonly items: readonly PathItem[] }) => {
  const t = pathWords.use
  const language = useLanguage()
  const forum = useForum()
  const items = createMemo(() => new Map(props.items.map((item) => [item.session.id, item])))
  const where = ({ placement }: PathItem) => {
    if (placement === null) return ''
    const { rooms, frame } = forum.board()
    const room = rooms.get(placement.roomId)?.name ?? ''
    return items().size < 2 ? room : `${intervalText(placement, frame.timeZone, language())} · ${room}`
  }
  return (
    <div class="path-step" classList={{ clash: items().size > 1 }}>
      <Show when={items().size > 1}>
        <p class="path-clash">
          <Icon name="care" /> <b>{t().clash(items().size)}.</b> <span>{t().clashHelp}</span>
        </p>
      </Show>
      <ul class="path-cards">
        <For each={[...items().keys()]}>
          {(id, index) => (
            <Show when={items().get(id)}>
              {(item) => (
                <li classList={{ mine: item().mine }}>
                  <Show when={index() > 0}>
                    <span class="path-or">{t().or}</span>
                  </Show>
                  <SessionCard sessionId={id} where={where(item())}>
                    <p class="path-why">{item().mine ? t().mine : t().starred}</p>
                  </SessionCard>
                </li>
              )}
            </Show>
          )}
        </For>
      </ul>
    </div>
  )
}
