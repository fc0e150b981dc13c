import type { Instant } from '../../shared/time.ts'
import { offersWords } from '../i18n/offers.ts'
import { useForum } from '../sync/forum-context.tsx'

const MINUTE = 60_000

interface CountdownProps {
  readonly until: Instant
  /** What for is said to a reader only: beside a heading there is no room for it. */
  readonly isBrief?: boolean
}

/** How long an offer can still be answered, by the server's clock. */
export const Countdown = (props: CountdownProps) => {
  const t = offersWords.use
  const forum = useForum()
  const said = () => {
    const left = Math.max(0, props.until - forum.now())
    return left >= MINUTE ? t().leftMinutes(Math.round(left / MINUTE)) : t().leftSeconds(Math.ceil(left / 1000))
  }
  return (
    <p class="offer-left">
      {said()} <span classList={{ unseen: props.isBrief === true }}>{t().toAnswer}</span>
    </p>
  )
}
