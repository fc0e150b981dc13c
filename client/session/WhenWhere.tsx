import { createMemo, Show } from 'solid-js'
import type { Room, Session } from '../../shared/board.ts'
import { contains } from '../../shared/time.ts'
import { carrierOf } from '../../shared/together.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { dayText, intervalText, timeText } from '../i18n/format.ts'
import { sessionWords } from '../i18n/session.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'

/** When and where, large; and how to get there, in words. */
export const WhenWhere = (props: { readonly session: Session }) => {
  const t = sessionWords.use
  const common = useWords()
  const language = useLanguage()
  const forum = useForum()
  const zone = () => forum.board().frame.timeZone
  /** Of what is inside another session, that one's. */
  const placement = createMemo(() => forum.board().placements.get(carrierOf(forum.board(), props.session).id) ?? null)
  const room = createMemo(() => forum.board().rooms.get(placement()?.roomId ?? '') ?? null)
  const day = () => {
    const date = forum.board().slots.get(placement()?.slotIds[0] ?? '')?.date
    return date === undefined ? '' : dayText(date, language())
  }
  const isNow = () => {
    const at = placement()
    return at !== null && contains(at, forum.now())
  }
  /** "Maison, au 1er étage · 20 places · sur place : paperboard". */
  const way = ({ kind, building, floor, capacity, features }: Room) => {
    const level = t().floor(floor)
    return [
      kind === 'outdoor' ? t().outdoor : '',
      kind === 'online' ? t().online : '',
      [building, level].filter((part) => part !== '').join(', '),
      capacity === null ? '' : common().board.seats(capacity),
      features.length === 0 ? '' : t().there(features.join(', ')),
    ].filter((part) => part !== '')
  }
  return (
    <section class="when-where" aria-label={`${t().when}, ${t().where}`}>
      <Show when={placement()} fallback={<p class="when-parked">{t().parked}</p>}>
        {(at) => (
          <>
            <p class="when-hours">
              <span class="when-day">{day()}</span> <b>{intervalText(at(), zone(), language())}</b>
              <Show when={isNow()}>
                <strong class="when-now">{t().now(timeText(at().end, zone(), language()))}</strong>
              </Show>
            </p>
            <Show when={room()}>
              {(shown) => (
                <>
                  <p class="when-room">
                    <a href={`/${forum.slug}/room/${encodeURIComponent(shown().id)}`} dir="auto">
                      {shown().name}
                    </a>
                  </p>
                  <p class="when-way" dir="auto">
                    {way(shown()).join(' · ')}
                  </p>
                </>
              )}
            </Show>
          </>
        )}
      </Show>
    </section>
  )
}
