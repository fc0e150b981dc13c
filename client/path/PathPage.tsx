import { createEffect, createMemo, For, Show } from 'solid-js'
import { pathOf } from '../../shared/path.ts'
import { pathDays } from '../../shared/path-days.ts'
import { MINUTE } from '../../shared/time.ts'
import { localDate } from '../../shared/zone.ts'
import { pathWords } from '../i18n/path.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { AbsencesInset } from '../ui/absences-inset.ts'
import { ForumHeader } from '../ui/ForumHeader.tsx'
import { PathOffersInset } from '../ui/offer-insets.ts'
import { SessionCard } from '../ui/SessionCard.tsx'
import { useDoorSentence } from '../ui/use-door-sentence.ts'
import { HostedPart } from './HostedPart.tsx'
import { LastActionPart } from './LastActionPart.tsx'
import { PathDayPart } from './PathDayPart.tsx'
import './path.css'

/** What one hosts and what one starred, in time; clashes are shown, never settled. */
export const PathPage = () => {
  const t = pathWords.use
  const common = useWords()
  const forum = useForum()
  const doorSentence = useDoorSentence()
  // By the minute: nothing here changes with the second.
  const now = createMemo(() => Math.floor(forum.now() / MINUTE) * MINUTE)
  const items = createMemo(() => pathOf(forum.board(), forum.you()?.id ?? '', forum.stars()))
  const mine = () => items().filter((item) => item.mine)
  const parked = () => items().filter((item) => item.placement === null && !item.mine)
  const days = createMemo(() => {
    const counts = forum.counts()
    return pathDays(forum.board(), items(), (id) => counts.get(id) ?? 0, now())
  })
  const today = createMemo(() => localDate(now(), forum.board().frame.timeZone))
  const past = () => days().filter(({ date, parts }) => date < today() && parts.length > 0)
  const ahead = () => days().filter(({ date }) => date >= today())
  createEffect(() => {
    document.title = `${t().title} – ${forum.board().frame.name}`
  })
  // By date, so that a change elsewhere on the board does not draw a day anew under somebody's finger.
  const day = (date: string) => (
    <Show when={days().find((each) => each.date === date)}>
      {(shown) => <PathDayPart day={shown()} today={today()} now={now()} />}
    </Show>
  )
  return (
    <>
      <ForumHeader page="path" />
      <main class="page stack path-page" id="content">
        <h1>{t().title}</h1>
        <PathOffersInset />
        <LastActionPart />
        <Show
          when={items().length > 0}
          fallback={
            <div class="path-empty">
              <h2>{t().empty}</h2>
              <p>{t().emptyHelp}</p>
              <Show when={doorSentence('star')}>{(sentence) => <p class="soft">{sentence()}</p>}</Show>
              <a class="button main" href={`/${forum.slug}`}>
                {t().toBoard}
              </a>
            </div>
          }
        >
          <HostedPart items={mine()} />
          <Show when={past().length > 0}>
            <details class="path-past">
              <summary>{t().pastDays}</summary>
              <div class="stack">
                <For each={past().map(({ date }) => date)}>{day}</For>
              </div>
            </details>
          </Show>
          <For each={ahead().map(({ date }) => date)}>{day}</For>
          <Show when={parked().length > 0}>
            <section class="stack path-parked">
              <h2>{t().parked}</h2>
              <For each={parked().map(({ session }) => session.id)}>
                {(id) => <SessionCard sessionId={id} where={common().place.parked} />}
              </For>
            </section>
          </Show>
        </Show>
        <AbsencesInset />
      </main>
    </>
  )
}
