import type { Instant } from '../../shared/time.ts'
import { offersWords } from '../i18n/offers.ts'
import { useForum } from '../sync/forum-context.tsx'

const MINUTE = 60_000

/** How long an offer can still be answered, by the server's clock. */
export const Countdown = (props: { readonly until: Instant }) => {
  const t = offersWords.use
  const forum = useForum()
  const said = () => {
    const left = Math.max(0, props.until - forum.now())
    return left >= MINUTE ? t().leftMinutes(Math.round(left / MINUTE)) : t().leftSeconds(Math.ceil(left / 1000))
  }
  return <p class="offer-left">{said()}</p>
}
