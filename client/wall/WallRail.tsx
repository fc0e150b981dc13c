import { Show } from 'solid-js'
import type { Slot } from '../../shared/board.ts'
import { localDate } from '../../shared/zone.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { shortDayText, timeText } from '../i18n/format.ts'
import { wallWords } from '../i18n/wall.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Address } from '../ui/Address.tsx'
import { Qr } from '../ui/Qr.tsx'
import { countdownTo } from './countdown.ts'
import { keptOf } from './wall-asks.ts'
import type { WallDay } from './wall-blocks.ts'

const CALM = 10_000

/** What stays on every page: the clock, the next round, free cells, how to join, and whether the picture is fresh. */
export const WallRail = (props: { day: WallDay }) => {
  const t = wallWords.use
  const language = useLanguage()
  const forum = useForum()
  const zone = () => forum.board().frame.timeZone
  const address = () => `${window.location.origin}/${forum.slug}`
  const shortAddress = () => `${window.location.host}/${forum.slug}`
  // The first seconds of a page, or of a line that comes back at once, are nothing to alarm a hall with.
  const isStale = () => {
    const { type } = forum.connection()
    return type !== 'live' && (type !== 'connecting' || forum.now() - forum.freshAt() > CALM)
  }
  const next = (): Slot | undefined => props.day.blocks.find((block) => block.tense === 'next')?.slot
  const when = (start: number): string => {
    const countdown = countdownTo(start, forum.now())
    if (countdown.type === 'seconds') return t().inSeconds(countdown.count)
    if (countdown.type === 'minutes') return t().inMinutes(countdown.count)
    const time = t().at(timeText(start, zone(), language()))
    const date = localDate(start, zone())
    return date === localDate(forum.now(), zone()) ? time : `${shortDayText(date, language())} ${time}`
  }
  const kept = (): string => {
    const found = keptOf(forum.board(), forum.now())
    return found === null ? '' : t().kept(found.cells, timeText(found.until, zone(), language()))
  }
  return (
    <aside class="wall-rail">
      <p class="wall-clock">{timeText(forum.now(), zone(), language())}</p>
      <Show when={isStale()}>
        <p class="wall-stale">{t().offline(timeText(forum.freshAt(), zone(), language()))}</p>
      </Show>
      <Show when={props.day.nextStart} fallback={<p class="wall-next">{props.day.date === null ? '' : t().dayOver}</p>}>
        {(start) => (
          <p class="wall-next">
            <span dir="auto">{next()?.label || t().nextRound}</span> <strong>{when(start())}</strong>
          </p>
        )}
      </Show>
      <Show when={props.day.freeCells > 0}>
        <p class="wall-free-count">
          {t().freeCells(props.day.freeCells)}
          <Show when={kept()}>{(said) => <span class="wall-kept">{said()}</span>}</Show>
        </p>
      </Show>
      <div class="wall-join">
        <Qr text={address()} label={t().joinQr(shortAddress())} />
        <p>
          <span>{t().join}</span>{' '}
          <strong class="wall-address">
            <Address text={shortAddress()} />
          </strong>
        </p>
      </div>
    </aside>
  )
}
