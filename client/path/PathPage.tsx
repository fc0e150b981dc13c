import { createEffect, createMemo, For, Show } from 'solid-js'
import type { PathItem } from '../../shared/path.ts'
import { pathOf } from '../../shared/path.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { dayText } from '../i18n/format.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { ForumHeader } from '../ui/ForumHeader.tsx'
import { PathStep } from './PathStep.tsx'
import './path.css'

/** What one hosts and what one starred, in time; clashes are said, never settled. */
export const PathPage = () => {
  const t = useWords()
  const language = useLanguage()
  const forum = useForum()
  const items = createMemo(() => pathOf(forum.board(), forum.you()?.id ?? '', forum.stars()))
  const parked = () => items().filter((item) => item.placement === null)
  const dateOf = (item: PathItem) => forum.board().slots.get(item.placement?.slotIds[0] ?? '')?.date ?? ''
  const days = createMemo(() => {
    const placed = items().filter((item) => item.placement !== null)
    return [...new Set(placed.map(dateOf))].map((date) => ({
      date,
      items: placed.filter((item) => dateOf(item) === date),
    }))
  })
  createEffect(() => {
    document.title = `${t().path.title} – ${forum.board().frame.name}`
  })
  return (
    <>
      <ForumHeader page="path" />
      <main class="page stack" id="content">
        <h1>{t().path.title}</h1>
        <Show when={items().length === 0}>
          <p>{t().path.empty}</p>
          <p>
            <a class="button main" href={`/${forum.slug}`}>
              {t().path.toBoard}
            </a>
          </p>
        </Show>
        <For each={days()}>
          {(day) => (
            <section class="stack">
              <h2>{dayText(day.date, language())}</h2>
              <ol class="path">
                <For each={day.items}>{(item) => <PathStep item={item} />}</For>
              </ol>
            </section>
          )}
        </For>
        <Show when={parked().length > 0}>
          <section class="stack">
            <h2>{t().path.parked}</h2>
            <ol class="path">
              <For each={parked()}>{(item) => <PathStep item={item} />}</For>
            </ol>
          </section>
        </Show>
      </main>
    </>
  )
}
