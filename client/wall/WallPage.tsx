import { createEffect, createMemo, createSignal, For, onCleanup, onMount, Show } from 'solid-js'
import { datesOf } from '../../shared/slots.ts'
import { localDate } from '../../shared/zone.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { dayText, shortDayText } from '../i18n/format.ts'
import { wallWords } from '../i18n/wall.ts'
import { useForum } from '../sync/forum-context.tsx'
import { navigate, useLocation } from '../ui/location.ts'
import { createPages } from './create-pages.ts'
import { createTheme } from './create-theme.ts'
import { createTurning } from './create-turning.ts'
import { createWakeLock } from './create-wake-lock.ts'
import { WallBlockView } from './WallBlockView.tsx'
import { WallHead } from './WallHead.tsx'
import { WallKeys } from './WallKeys.tsx'
import { WallRail } from './WallRail.tsx'
import { seekingOf } from './wall-asks.ts'
import { type WallBlock, wallDay } from './wall-blocks.ts'
import { optionsAfterKey, readWallOptions, type WallOptions, writeWallOptions } from './wall-options.ts'
import './wall.css'
import './wall-cards.css'
import './wall-rail.css'
import './wall-sizes.css'

const sameDay = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** How long the answer to a key stands in the head. */
const SAID = 3000

/** The projected agenda: now and next as large cards, the day in pages that turn calmly, the clock and the way in. */
export const WallPage = () => {
  const t = wallWords.use
  const language = useLanguage()
  const forum = useForum()
  const location = useLocation()
  const options = createMemo(() => readWallOptions(location().search), undefined, { equals: sameDay })
  const day = createMemo(() => wallDay(forum.board(), forum.now(), options().day), undefined, { equals: sameDay })
  const blocks = createMemo(() => new Map<string, WallBlock>(day().blocks.map((block) => [block.key, block])))
  const [elements, setElements] = createSignal<{ body: HTMLElement; copy: HTMLElement } | null>(null)
  const names = createMemo(() => [t(), forum.people()])
  const laid = createPages(day, names, () => options().show, elements)
  const pageNames = createMemo(() =>
    laid().pages.map(({ parts: [first] }) => `${first?.key} ${first?.part?.number ?? 1}`),
  )
  const turning = createTurning({
    pages: pageNames,
    every: () => options().every * 1000,
    isPaused: () => options().isPaused,
  })
  const page = () => laid().pages[turning.page()]
  const asks = () => {
    const { titles, more } = seekingOf(forum.board())
    return titles.length === 0 ? '' : t().seeking(titles, more)
  }
  const [isHelpOpen, setHelpOpen] = createSignal(false)
  createWakeLock()
  createTheme(() => options().theme)
  createEffect(() => {
    document.title = t().title(forum.board().frame.name)
  })

  const [said, setSaid] = createSignal('')
  let silence: ReturnType<typeof setTimeout> | undefined
  const say = (changes: Partial<WallOptions>): void => {
    const { every, theme, show, day: date } = changes
    if (every !== undefined) setSaid(t().said.every(every))
    if (theme !== undefined) setSaid(t().said.theme[theme])
    if (show !== undefined) setSaid(t().said.show[show])
    if (date !== undefined) setSaid(date === null ? t().said.today : shortDayText(date, language()))
    clearTimeout(silence)
    silence = setTimeout(() => setSaid(''), SAID)
  }
  const act = (key: string): boolean => {
    const changes = optionsAfterKey(key, options(), datesOf(forum.board()))
    if (changes !== null) {
      navigate(location().path + writeWallOptions({ ...options(), ...changes }), { replace: true, keepScroll: true })
      say(changes)
    } else if (key === 'ArrowRight' || key === 'PageDown') turning.turn(1)
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
    onCleanup(() => {
      document.removeEventListener('keydown', onKey)
      clearTimeout(silence)
    })
  })

  return (
    <main class="wall" id="content">
      <WallHead
        name={forum.board().frame.name}
        date={day().date === null ? '' : dayText(day().date ?? '', language())}
        isToday={day().date === localDate(forum.now(), forum.board().frame.timeZone)}
        note={laid().isShort && options().show === 'auto' ? t().shortened : ''}
        allDay={day().continuous.join(', ')}
        asks={asks()}
        page={turning.page()}
        pages={laid().pages.length}
        isPaused={options().isPaused}
        said={said()}
        onHelp={() => setHelpOpen(true)}
      />
      <div class="wall-body" ref={body}>
        <Show when={day().blocks.length === 0}>
          <p class="wall-empty">{t().noFrame}</p>
        </Show>
        <Show when={page()} keyed>
          {(shown) => (
            <div
              class="wall-page"
              classList={{ dense: shown.isDense }}
              style={{ '--scale': shown.scale, '--columns': shown.columns }}
            >
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
