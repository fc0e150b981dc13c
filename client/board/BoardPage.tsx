import { createEffect, onCleanup, onMount, Show, untrack } from 'solid-js'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { createIsWide } from '../ui/create-media.ts'
import { DayTabs } from '../ui/DayTabs.tsx'
import { ForumHeader } from '../ui/ForumHeader.tsx'
import { navigate, useLocation } from '../ui/location.ts'
import { BoardBar } from './BoardBar.tsx'
import { BoardSide } from './BoardSide.tsx'
import { createDay } from './create-day.ts'
import { createHold } from './create-hold.ts'
import { createNews } from './create-news.ts'
import { DayView } from './DayView.tsx'
import { DoorStates } from './DoorStates.tsx'
import { followArrow } from './follow-arrows.ts'
import { HoldBar } from './HoldBar.tsx'
import { HoldProvider } from './hold-context.tsx'
import './board-page.css'

/** The board of a forum. */
export const BoardPage = () => {
  const t = useWords()
  const forum = useForum()
  const location = useLocation()
  const hold = createHold()
  const day = createDay()
  const isWide = createIsWide()
  createNews()
  const frame = () => forum.board().frame

  createEffect(() => {
    document.title = t().board.title(frame().name)
  })

  // "Move" on a session's page leads here with the card to take in hand.
  createEffect(() => {
    const wanted = location().search.get('hold')
    if (wanted === null) return
    untrack(() => {
      const slotId = forum.board().placements.get(wanted)?.slotIds[0]
      const date = forum.board().slots.get(slotId ?? '')?.date ?? location().search.get('day')
      hold.pickUp(wanted)
      navigate(`/${forum.slug}${date === null ? '' : `?day=${date}`}`, { replace: true })
    })
  })

  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && hold.session() !== null) hold.putBack()
    else followArrow(event)
  }
  onMount(() => {
    document.addEventListener('keydown', onKey)
    onCleanup(() => document.removeEventListener('keydown', onKey))
  })

  const selectDay = (date: string) => navigate(`/${forum.slug}?day=${date}`, { replace: true, keepScroll: true })

  return (
    <HoldProvider value={hold}>
      <div class="board" classList={{ holding: hold.session() !== null }}>
        <ForumHeader page="board" />
        <main id="content">
          <h1 class="unseen">{t().board.title(frame().name)}</h1>
          <Show when={day.dates().length > 1}>
            <DayTabs dates={day.dates()} labels={forum.board().days} selected={day.date()} onSelect={selectDay} />
          </Show>
          <DoorStates />
          <div class="board-body">
            <div class="board-day">
              <Show when={day.grid()} fallback={<EmptyBoard />}>
                {(grid) => <DayView grid={grid()} current={day.current()} isWide={isWide()} />}
              </Show>
              <Show when={frame().notice}>
                <p class="board-notice" dir="auto">
                  {frame().notice}
                </p>
              </Show>
            </div>
            <Show when={isWide()}>
              <BoardSide />
            </Show>
          </div>
        </main>
        <Show when={!isWide()}>
          <BoardBar />
        </Show>
        <HoldBar />
      </div>
    </HoldProvider>
  )
}

const EmptyBoard = () => {
  const t = useWords()
  return (
    <div class="board-empty">
      <h2>{t().board.empty}</h2>
      <p>{t().board.emptyHelp}</p>
    </div>
  )
}
