import { createEffect, createSignal, onMount, Show, untrack } from 'solid-js'
import type { SessionId } from '../../shared/ids.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { createIsWide } from '../ui/create-media.ts'
import { ForumHeader } from '../ui/ForumHeader.tsx'
import { navigate, useLocation } from '../ui/location.ts'
import { BoardBar } from './BoardBar.tsx'
import { BoardSide } from './BoardSide.tsx'
import { BoardTop } from './BoardTop.tsx'
import { createDay } from './create-day.ts'
import { createFind } from './create-find.ts'
import { createHold } from './create-hold.ts'
import { createNews } from './create-news.ts'
import { DayView } from './DayView.tsx'
import { FindProvider } from './find-context.tsx'
import { HoldBar } from './HoldBar.tsx'
import { HoldProvider } from './hold-context.tsx'
import { MoveProvider } from './move-context.tsx'
import { fetchParts, parts } from './parts.ts'
import { useDrag } from './use-drag.ts'
import { useGlide } from './use-glide.ts'
import { useHand } from './use-hand.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import './board-page.css'
import './board-bars.css'

/** The board of a forum. */
export const BoardPage = () => {
  const t = useWords()
  const forum = useForum()
  const location = useLocation()
  useGlide()
  useKeptFocus()
  const hold = createHold()
  const find = createFind()
  const day = createDay()
  const isWide = createIsWide()
  const [movingId, setMovingId] = createSignal<SessionId | null>(null)
  const moving = () => forum.board().sessions.get(movingId() ?? '') ?? null
  createNews()
  useHand(hold)
  useDrag(hold)
  onMount(() => setTimeout(fetchParts, 2500))
  const frame = () => forum.board().frame

  createEffect(() => {
    document.title = t().board.title(frame().name)
  })

  const showDay = (date: string | null, without: string) => {
    const search = new URLSearchParams(location().search)
    search.delete(without)
    if (date !== null) search.set('day', date)
    navigate(`/${forum.slug}${search.size > 0 ? `?${search}` : ''}`, { replace: true, keepScroll: true })
  }

  // "Move" on a session's page leads here with the card to take in hand.
  createEffect(() => {
    const wanted = location().search.get('hold')
    if (wanted === null) return
    untrack(() => {
      const slotId = forum.board().placements.get(wanted)?.slotIds[0]
      hold.pickUp(wanted)
      showDay(forum.board().slots.get(slotId ?? '')?.date ?? null, 'hold')
    })
  })

  const move = (sessionId: SessionId) => {
    if (hold.session() !== null) hold.putBack()
    setMovingId(sessionId)
  }

  return (
    <HoldProvider value={hold}>
      <FindProvider value={find}>
        <MoveProvider value={move}>
          <div class="board" classList={{ holding: hold.isAsking() }}>
            <ForumHeader page="board" />
            <main id="content">
              <h1 class="unseen">{t().board.title(frame().name)}</h1>
              <BoardTop day={day} isWide={isWide()} onDay={(date) => showDay(date, '')} />
              <div class="board-body" style={{ '--rooms': day.grid()?.rooms.length ?? 0 }}>
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
            <Show when={forum.you()?.role === 'facilitator'}>
              <parts.reasons />
            </Show>
            <Show when={moving()}>
              {(session) => <parts.move session={session()} onClose={() => setMovingId(null)} />}
            </Show>
          </div>
        </MoveProvider>
      </FindProvider>
    </HoldProvider>
  )
}

const EmptyBoard = () => {
  const t = useWords()
  return (
    <div class="board-empty note">
      <h2>{t().board.empty}</h2>
      <p>{t().board.emptyHelp}</p>
    </div>
  )
}
