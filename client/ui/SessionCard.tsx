import { createMemo, For, type JSX, Show } from 'solid-js'
import type { SessionId } from '../../shared/ids.ts'
import { hostsOf, insideOf } from '../../shared/together.ts'
import { typeset } from '../../shared/words.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { maySteer } from '../sync/rights.ts'
import { hostNames } from './host-names.ts'
import { Icon } from './Icon.tsx'
import { StarButton } from './StarButton.tsx'
import './session-card.css'

interface SessionCardProps {
  readonly sessionId: SessionId
  /** Room or time, where the place of the card does not say it. */
  readonly where?: string | undefined
  readonly held?: boolean
  /** Present where cards can be picked up; those that are not yours to move lead to their page instead. */
  readonly onPickUp?: ((sessionId: SessionId) => void) | undefined
  /** Present where a card can be moved by lists of rooms and times. */
  readonly onMove?: ((sessionId: SessionId) => void) | undefined
  /** Not what is looked for: still there, out of the way of the eye. */
  readonly faded?: boolean
  readonly children?: JSX.Element
}

/** A session as a card of paper. Its title is the one big target; the star and the details stand beside it. */
export const SessionCard = (props: SessionCardProps) => {
  const t = useWords()
  const forum = useForum()
  const session = () => forum.session(props.sessionId) ?? null
  const all = createMemo(() => {
    const shown = session()
    return shown === null ? [] : hostsOf(forum.board(), shown)
  })
  const isSteered = () => {
    const shown = session()
    return props.onPickUp !== undefined && shown !== null && maySteer(shown, forum.you(), all())
  }
  // A finger on the card in hand carries it instead of scrolling; only a listener that is there before can say so.
  const keepFromScrolling = (title: HTMLElement) => {
    const onTouchMove = (event: TouchEvent) => props.held === true && event.cancelable && event.preventDefault()
    title.addEventListener('touchmove', onTouchMove, { passive: false })
  }
  const address = () => `/${forum.slug}/sessions/${props.sessionId}`
  const isPending = () => forum.isPending(props.sessionId)
  const inside = createMemo(() => insideOf(forum.board(), props.sessionId))
  const hosts = () => (all().length === 0 ? t().card.seeking : hostNames(forum, t(), all()))
  return (
    <Show when={session()}>
      {(shown) => (
        <article
          class="card"
          classList={{
            pending: isPending(),
            held: props.held === true,
            locked: shown().locked,
            faded: props.faded === true,
          }}
          data-session={props.sessionId}
          data-format={shown().format}
        >
          <Show when={props.where}>
            <p class="card-where">{props.where}</p>
          </Show>
          <Show
            when={isSteered()}
            fallback={
              <a
                class="card-title"
                href={address()}
                title={shown().title}
                lang={shown().language || undefined}
                dir="auto"
              >
                {typeset(shown().title)}
              </a>
            }
          >
            <button
              type="button"
              class="card-title"
              aria-pressed={props.held === true}
              title={shown().title}
              ref={keepFromScrolling}
              onClick={() => props.onPickUp?.(props.sessionId)}
            >
              <span class="unseen">{t().card.pickUp} : </span>
              <span lang={shown().language || undefined} dir="auto">
                {typeset(shown().title)}
              </span>
            </button>
          </Show>
          <For each={inside()}>
            {(one) => (
              <p class="card-inside" dir="auto" lang={one.language || undefined}>
                + {typeset(one.title)}
              </p>
            )}
          </For>
          <p class="card-hosts" dir="auto">
            {hosts()}
          </p>
          <div class="card-foot">
            <span class="card-format">{t().formats[shown().format]}</span>
            <Show when={shown().locked}>
              <span class="card-mark">
                <Icon name="lock" /> {t().card.locked}
              </span>
            </Show>
            <Show when={isPending()}>
              <span class="card-mark waiting">{t().card.pending}</span>
            </Show>
            <span class="card-tools">
              <Show when={isSteered() && props.onMove !== undefined}>
                <button
                  type="button"
                  class="card-tool move"
                  title={t().card.moveTo}
                  onClick={() => props.onMove?.(props.sessionId)}
                >
                  <Icon name="move" />
                  <span class="unseen">{t().card.moveThisTo(shown().title)}</span>
                </button>
              </Show>
              <Show when={isSteered()}>
                <a class="card-tool" href={address()}>
                  <Icon name="more" />
                  <span class="unseen">{t().card.openThis(shown().title)}</span>
                </a>
              </Show>
              <StarButton sessionId={props.sessionId} title={shown().title} />
            </span>
          </div>
          {props.children}
        </article>
      )}
    </Show>
  )
}
