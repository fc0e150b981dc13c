import { For, Show } from 'solid-js'
import type { Slot } from '../../shared/board.ts'
import { typeset } from '../../shared/words.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { intervalText, timeText } from '../i18n/format.ts'
import { wallWords } from '../i18n/wall.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { elapsedShare } from './elapsed.ts'
import type { PagePart } from './pack-pages.ts'
import type { WallBlock, WallCard } from './wall-blocks.ts'

interface WallBlockViewProps {
  readonly block: WallBlock
  /** Which of its cards; left out in the copy that is only measured, which holds them all. */
  readonly part?: PagePart
}

/** The unseen copy keeps room for the mark that a block gets when it is cut. */
const widestPart = { number: 8, of: 8 }

/** A round with its hour, its sessions and the rooms that are free. */
export const WallBlockView = (props: WallBlockViewProps) => {
  const t = wallWords.use
  const language = useLanguage()
  const forum = useForum()
  const zone = () => forum.board().frame.timeZone
  const columns = () => props.part?.columns ?? [{ from: 0, to: props.block.cards.length }]
  const free = () => (props.part?.part?.number ?? 1) === 1 && props.block.free.length > 0
  return (
    <section class={`wall-block ${props.block.tense} ${props.block.slot.kind}`} data-block={props.block.key}>
      <header class="wall-block-head">
        <h2>
          <span class="wall-tense">{t().tenses[props.block.tense]}</span>{' '}
          <span class="wall-hours">{intervalText(props.block.slot, zone(), language())}</span>{' '}
          <span class="wall-label" dir="auto">
            {props.block.slot.label}
          </span>
          <Show when={props.part === undefined ? widestPart : props.part.part}>
            {(part) => <span class="wall-part">{t().part(part().number, part().of)}</span>}
          </Show>
        </h2>
        <Show when={free()}>
          <p class="wall-free">
            {props.block.cards.length === 0 ? t().allFree : t().free(props.block.free.join(', '))}
          </p>
        </Show>
        <Show when={props.block.tense === 'now'}>
          <NowLine slot={props.block.slot} />
        </Show>
      </header>
      <ul class="wall-cards">
        <For each={columns()}>
          {({ from, to }) => (
            <li>
              <ul class="wall-column">
                <For each={props.block.cards.slice(from, to)}>
                  {(card) => <WallCardView card={card} until={untilText(card, zone(), language())} />}
                </For>
              </ul>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}

/** How far the round has come: full at its end, which is an hour and not a verdict. */
const NowLine = (props: { slot: Slot }) => {
  const forum = useForum()
  return (
    <div class="wall-line" aria-hidden="true">
      <span style={{ 'inline-size': `${elapsedShare(props.slot, forum.now()) * 100}%` }} />
    </div>
  )
}

const untilText = (card: WallCard, zone: string, language: 'fr' | 'en'): string | null =>
  card.until === null ? null : timeText(card.until, zone, language)

const WallCardView = (props: { card: WallCard; until: string | null }) => {
  const t = wallWords.use
  const common = useWords()
  const forum = useForum()
  const hosts = () => props.card.hosts.map((id) => forum.people().get(id)?.name ?? common().card.someone)
  return (
    <li class={`wall-card ${props.card.format}`}>
      <p class="wall-card-top">
        <strong class="wall-room" dir="auto">
          {props.card.room.name}
        </strong>
        <Show when={props.until}>{(time) => <span class="wall-until">{t().until(time())}</span>}</Show>
        <span class="wall-hosts" dir="auto">
          {hosts().length === 0 ? common().card.seeking : hosts().join(', ')}
        </span>
      </p>
      <h3 class="wall-title" dir="auto" lang={props.card.language || undefined}>
        {typeset(props.card.title)}
      </h3>
      <For each={props.card.inside}>
        {(title) => (
          <p class="wall-inside" dir="auto">
            + {typeset(title)}
          </p>
        )}
      </For>
    </li>
  )
}
