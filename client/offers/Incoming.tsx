import { createEffect, createSignal, on, onCleanup, Show } from 'solid-js'
import type { OfferId } from '../../shared/ids.ts'
import { offersWords } from '../i18n/offers.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { createMedia } from '../ui/create-media.ts'
import { useLocation } from '../ui/location.ts'
import { whisperNews } from '../ui/notices.ts'
import { PathOffersInset, SessionOffersInset } from '../ui/offer-insets.ts'
import { createEnded } from './create-ended.ts'
import { createOffers } from './create-offers.ts'
import { OfferCard } from './OfferCard.tsx'
import { askedHeading } from './offer-heading.ts'
import { PathOffers } from './PathOffers.tsx'
import { SessionOffers } from './SessionOffers.tsx'

/** What is offered to one, over whatever page is open: one at a time, the oldest first; it takes no focus. */
export const Incoming = () => {
  const t = offersWords.use
  const forum = useForum()
  const location = useLocation()
  const offers = createOffers()
  const [later, setLater] = createSignal<ReadonlySet<OfferId>>(new Set())
  const waiting = () => offers.incoming().filter((id) => !later().has(id))
  // "My path" has them all.
  const isListed = () => location().path === `/${forum.slug}/me`
  const offer = () => (isListed() ? undefined : forum.confirmed().offers.get(waiting()[0] ?? ''))
  createEnded()
  // A phone that is turned has no more room than before.
  const isSmall = createMedia('(max-width: 40rem), (max-height: 32rem)')
  PathOffersInset.fill(PathOffers)
  SessionOffersInset.fill(SessionOffers)
  onCleanup(() => {
    PathOffersInset.fill(null)
    SessionOffersInset.fill(null)
  })
  createEffect(
    on(
      () => waiting()[0],
      (id) => {
        const found = forum.confirmed().offers.get(id ?? '')
        if (found === undefined) return
        const who = forum.people().get(found.by)?.name ?? t().someone
        whisperNews(t().heard(askedHeading(t(), forum.confirmed(), found, who)))
      },
    ),
  )
  return (
    <Show when={offer()?.id} keyed>
      {(id) => (
        <section class="incoming" aria-label={t().region}>
          <Show when={forum.confirmed().offers.get(id)}>
            {(shown) => (
              <OfferCard offer={shown()} isBrief={isSmall()}>
                <Button look="quiet" onClick={() => setLater((before) => new Set(before).add(id))}>
                  {t().later}
                </Button>
              </OfferCard>
            )}
          </Show>
          <Show when={waiting().length > 1}>
            <p>
              <a href={`/${forum.slug}/me`}>{t().others(waiting().length - 1)}</a>
            </p>
          </Show>
        </section>
      )}
    </Show>
  )
}
