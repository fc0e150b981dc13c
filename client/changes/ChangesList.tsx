import { createMemo, For, Show } from 'solid-js'
import type { CellRef } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import { hostsOf } from '../../shared/together.ts'
import { unreachable } from '../../shared/unreachable.ts'
import { typeset } from '../../shared/words.ts'
import { changesWords } from '../i18n/changes.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { momentText } from '../i18n/format.ts'
import { useForum } from '../sync/forum-context.tsx'
import { useActs } from '../ui/use-acts.ts'
import type { Difference } from './look.ts'

interface ChangesListProps {
  readonly changes: readonly Difference[]
  readonly since: Instant
}

type Group = 'moved' | 'fresh' | 'gone'

const groupOf = ({ type }: Difference): Group => (type === 'fresh' ? 'fresh' : type === 'withdrawn' ? 'gone' : 'moved')

/** What moved, what is new and what is gone; what concerns one first. */
export const ChangesList = (props: ChangesListProps) => {
  const t = changesWords.use
  const language = useLanguage()
  const forum = useForum()
  const whose = ({ sessionId }: Difference): string => {
    const session = forum.confirmed().sessions.get(sessionId)
    if (session !== undefined && hostsOf(forum.confirmed(), session).includes(forum.you()?.id ?? '')) {
      return t().list.mine
    }
    return forum.stars().has(sessionId) ? t().list.starred : ''
  }
  const groups = createMemo(() =>
    (['moved', 'fresh', 'gone'] as const).map((group) => ({
      group,
      items: props.changes
        .filter((change) => groupOf(change) === group)
        .sort((a, b) => Number(whose(a) === '') - Number(whose(b) === '')),
    })),
  )
  return (
    <div class="changes-list stack">
      <p class="soft">{t().list.since(momentText(props.since, forum.board().frame.timeZone, language()))}</p>
      <For each={groups()}>
        {({ group, items }) => (
          <Show when={items.length > 0}>
            <section>
              <h3>{t().list[group]}</h3>
              <ul>
                <For each={items}>{(change) => <ChangeLine change={change} whose={whose(change)} />}</For>
              </ul>
            </section>
          </Show>
        )}
      </For>
    </div>
  )
}

const ChangeLine = (props: { readonly change: Difference; readonly whose: string }) => {
  const t = changesWords.use
  const forum = useForum()
  const acts = useActs()
  const at = (cell: CellRef | null) => (cell === null ? t().list.parked : acts.cellText(cell))
  const said = () => {
    const { change } = props
    switch (change.type) {
      case 'fresh':
      case 'unmerged':
        return at(change.to)
      case 'moved':
        return t().list.from(at(change.from), at(change.to))
      case 'placed':
        return t().list.from(t().list.parked, at(change.to))
      case 'released':
        return t().list.from(at(change.from), t().list.parked)
      case 'merged':
        return t().list.into(forum.board().sessions.get(change.into)?.title ?? '')
      case 'withdrawn':
        return change.from === null ? '' : at(change.from)
      case 'locked':
      case 'unlocked':
        return ''
      default:
        return unreachable(change)
    }
  }
  const isThere = () => forum.board().sessions.has(props.change.sessionId)
  return (
    <li>
      <Show when={isThere()} fallback={<span dir="auto">{typeset(props.change.title)}</span>}>
        <a href={`/${forum.slug}/sessions/${props.change.sessionId}`} dir="auto">
          {typeset(props.change.title)}
        </a>
      </Show>
      <span class="changes-where">{said()}</span>
      <Show when={props.whose}>
        <span class="soft">{props.whose}</span>
      </Show>
    </li>
  )
}
