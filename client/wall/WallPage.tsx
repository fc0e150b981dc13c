import { createEffect, createMemo, createSignal, For, onCleanup, onMount, Show } from 'solid-js'
import { useLanguage } from '../i18n/define-words.ts'
import { dayText } from '../i18n/format.ts'
import { wallWords } from '../i18n/wall.ts'
import { useForum } from '../sync/forum-context.tsx'
import { createPages } from './create-pages.ts'
import { createTurning } from './create-turning.ts'
import { createWakeLock } from './create-wake-lock.ts'
import { WallBlockView } from './WallBlockView.tsx'
import { WallKeys } from './WallKeys.tsx'
import { WallRail } from './WallRail.tsx'
import { type WallBlock, wallDay } from './wall-blocks.ts'
import './wall.css'

const EVERY = 12_000

/** Seconds from the address (`?every=20`), for halls that read slower. */
const everyFrom = (search: string): number => {
  const seconds = Number(new URLSearchParams(search).get('every'))
  return seconds >= 4 && seconds <= 600 ? seconds * 1000 : EVERY
}

const sameDay = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The projected agenda: now and next as large cards, the day in pages that turn calmly, the clock and the way in. */
export const WallPage = () => {
  const t = wallWords.use
  const language = useLanguage()
  const forum = useForum()
  const day = createMemo(() => wallDay(forum.board(), forum.now()), undefined, { equals: sameDay })
  const blocks = createMemo(() => new Map<string, WallBlock>(day().blocks.map((block) => [block.key, block])))
  const [elements, setElements] = createSignal<{ body: HTMLElement; copy: HTMLElement } | null>(null)
  const names = createMemo(() => [t(), forum.people()])
  const pages = createPages(day, names, elements)
  const turning = createTurning(() => pages().length, everyFrom(window.location.search))
  const page = () => pages()[turning.page()]
  const [isHelpOpen, setHelpOpen] = createSignal(false)
  createWakeLock()
  createEffect(() => {
    document.title = t().title(forum.board().frame.name)
  })

  const act = (key: string): boolean => {
    if (key === ' ') turning.pause()
    else if (key === 'ArrowRight' || key === 'PageDown') turning.turn(1)
    else if (key === 'ArrowLeft' || key === 'PageUp') turning.turn(-1)
    else if (key === 'Home') turning.toFirst()
    else if (key === 'f' || key === 'F') toggleFullScreen()
    else if (key === '?') setHelpOpen(true)
    else return false
    return true
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isHelpOpen()) return
    if (event.key === ' ' && event.target instanceof HTMLButtonElement) return
    if (act(event.key)) event.preventDefault()
  }
  let body: HTMLDivElement | undefined
  let copy: HTMLDivElement | undefined
  onMount(() => {
    if (body !== undefined && copy !== undefined) setElements({ body, copy })
    document.addEventListener('keydown', onKey)
    onCleanup(() => document.removeEventListener('keydown', onKey))
  })

  return (
    <main class="wall" id="content">
      <header class="wall-head">
        <h1 dir="auto">{forum.board().frame.name}</h1>
        <p class="wall-day">
          <Show when={day().date}>{(date) => <span>{dayText(date(), language())}</span>}</Show>{' '}
          <Show when={day().continuous.length > 0}>
            <span class="wall-all-day">{t().allDay(day().continuous.join(', '))}</span>
          </Show>
        </p>
        <p class="wall-pages">
          <Show when={pages().length > 1}>
            <span role="img" aria-label={t().page(turning.page() + 1, pages().length)}>
              {`${turning.page() + 1}/${pages().length}`}
            </span>
          </Show>
          {/* In place of the hint, so that a pause changes no line of the page. */}
          <Show
            when={turning.isPaused()}
            fallback={
              <button type="button" class="wall-help" onClick={() => setHelpOpen(true)}>
                {t().keysHint}
              </button>
            }
          >
            <span class="wall-paused">{t().paused}</span>
          </Show>
        </p>
      </header>
      <div class="wall-body" ref={body}>
        <Show when={day().blocks.length === 0}>
          <p class="wall-empty">{t().noFrame}</p>
        </Show>
        <Show when={page()} keyed>
          {(shown) => (
            <div class="wall-page" style={{ '--scale': shown.scale, '--columns': shown.columns }}>
              <For each={shown.parts}>
                {(part) => (
                  <Show when={blocks().get(part.key)}>{(block) => <WallBlockView block={block()} part={part} />}</Show>
                )}
              </For>
            </div>
          )}
        </Show>
        <div class="wall-page wall-copy" ref={copy} aria-hidden="true" inert>
          <For each={day().blocks}>{(block) => <WallBlockView block={block} />}</For>
        </div>
      </div>
      <WallRail day={day()} />
      <WallKeys isOpen={isHelpOpen()} onClose={() => setHelpOpen(false)} />
    </main>
  )
}

const toggleFullScreen = (): void => {
  if (document.fullscreenElement === null) void document.documentElement.requestFullscreen()
  else void document.exitFullscreen()
}
