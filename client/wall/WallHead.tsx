import { Match, Show, Switch } from 'solid-js'
import { wallWords } from '../i18n/wall.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Trouble } from '../ui/trouble.ts'
import './wall-asks.css'

interface WallHeadProps {
  readonly name: string
  readonly date: string
  /** Whether that day is the one that people live. */
  readonly isToday: boolean
  /** What is not on these pages; empty where everything is. */
  readonly note: string
  /** Rooms that are open all day, empty where there is none. */
  readonly allDay: string
  /** What seeks somebody to host it; empty where nothing does. */
  readonly asks: string
  /** From 0. */
  readonly page: number
  readonly pages: number
  readonly isPaused: boolean
  /** The answer to a key, for a moment; else empty. */
  readonly said: string
  readonly onHelp: () => void
}

/** What stands above every page: the forum, the day, which page this is, and what the keys do. */
export const WallHead = (props: WallHeadProps) => {
  const t = wallWords.use
  const forum = useForum()
  return (
    <header class="wall-head">
      <h1 dir="auto">{props.name}</h1>
      <p class="wall-day" classList={{ today: props.isToday }}>
        <span>{props.date}</span>{' '}
        <Show when={props.note !== ''}>
          <span class="wall-note wall-rest">{props.note}</span>
        </Show>{' '}
        <Show when={props.allDay !== ''}>
          <span class="wall-note">{t().allDay(props.allDay)}</span>
        </Show>
      </p>
      <p class="wall-pages">
        <Show when={props.pages > 1}>
          <span
            role="img"
            aria-label={t().page(props.page + 1, props.pages)}
          >{`${props.page + 1}/${props.pages}`}</span>
        </Show>
        {/* In place of the hint, so that a pause changes no line of the page. */}
        <Switch
          fallback={
            <button type="button" class="wall-help" onClick={() => props.onHelp()}>
              {t().keysHint}
            </button>
          }
        >
          <Match when={props.said !== ''}>
            <span class="wall-said" role="status">
              {props.said}
            </span>
          </Match>
          <Match when={props.isPaused}>
            <span class="wall-paused">{t().paused}</span>
          </Match>
        </Switch>
      </p>
      <Show when={props.asks !== ''}>
        <p class="wall-asks" dir="auto">
          {props.asks}
        </p>
      </Show>
      <Show when={forum.trouble().readOnly}>
        <Trouble />
      </Show>
    </header>
  )
}
