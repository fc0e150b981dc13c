import { Show } from 'solid-js'
import type { SessionId } from '../../shared/ids.ts'
import { smallestCount } from '../../shared/interest.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Icon } from './Icon.tsx'
import { useActs } from './use-acts.ts'

interface StarButtonProps {
  readonly sessionId: SessionId
  readonly title: string
}

/** "Ça m'intéresse": a star, and how many share it where they are enough that nobody can be guessed; never who. */
export const StarButton = (props: StarButtonProps) => {
  const t = useWords()
  const forum = useForum()
  const acts = useActs()
  const on = () => forum.stars().has(props.sessionId)
  const count = () => forum.counts().get(props.sessionId) ?? 0
  return (
    <button
      type="button"
      class="card-tool star"
      aria-pressed={on()}
      onClick={() => void acts.star(props.sessionId, !on())}
    >
      <Icon name="star" filled={on()} />
      <span class="unseen">{t().card.starThis(props.title)}</span>
      <Show when={count() >= smallestCount}>
        <span aria-hidden="true">{count()}</span>
        <span class="unseen">, {t().card.interested(count())}</span>
      </Show>
    </button>
  )
}
