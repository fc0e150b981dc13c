import { For, Show } from 'solid-js'
import { offersWords } from '../i18n/offers.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { useNotices } from '../ui/notices.ts'
import { endingText } from './ending.ts'
import { dropEndings, useEndings } from './endings.ts'
import { keepFocus } from './use-offer-acts.ts'
import { endingKey } from './use-tell-endings.ts'

/** What came of one's own offers, until it is put away. What the corner is saying is not said twice. */
export const EndedOffers = () => {
  const t = offersWords.use
  const forum = useForum()
  const endings = useEndings()
  const notices = useNotices()
  const shown = () => endings().filter(({ offerId }) => !notices().some(({ key }) => key === endingKey(offerId)))
  const putAway = () => {
    keepFocus(document.activeElement)
    dropEndings(
      forum,
      shown().map(({ offerId }) => offerId),
    )
  }
  return (
    <Show when={shown().length > 0}>
      <section class="offers-ended" aria-label={t().answered}>
        <h2>{t().answered}</h2>
        <ul>
          <For each={shown()}>
            {(ending) => <li dir="auto">{endingText(t(), (id) => forum.people().get(id)?.name, ending)}</li>}
          </For>
        </ul>
        <Button onClick={putAway}>{t().understood}</Button>
      </section>
    </Show>
  )
}
