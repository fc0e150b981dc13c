import { createMemo, Show } from 'solid-js'
import { troubleWords } from '../i18n/trouble.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Icon } from './Icon.tsx'
import { useLocation } from './location.ts'
import './trouble-banner.css'

/** What is wrong with the server, calmly: that nothing is saved to everybody, that things disagree to the team's desk. */
export const TroubleBanner = () => {
  const t = troubleWords.use
  const forum = useForum()
  const location = useLocation()
  const isDesk = () => forum.you()?.role === 'facilitator' && location().path === `/${forum.slug}/desk`
  const said = createMemo(() => {
    const { readOnly, mismatch } = forum.trouble()
    if (readOnly) return t().readOnly
    return mismatch && isDesk() ? t().mismatch : ''
  })
  return (
    <div role="status">
      <Show when={said()}>
        {(sentence) => (
          <p class="trouble">
            <Icon name="care" /> {sentence()}
          </p>
        )}
      </Show>
    </div>
  )
}
