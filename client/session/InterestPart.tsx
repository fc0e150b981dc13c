import { Show } from 'solid-js'
import type { Session } from '../../shared/board.ts'
import { interestOf } from '../../shared/interest.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useActs } from '../ui/use-acts.ts'

/** "Ça m'intéresse", and how many share it, as a word: never a figure that could be put a face to. */
export const InterestPart = (props: { readonly session: Session }) => {
  const t = useWords()
  const forum = useForum()
  const acts = useActs()
  const on = () => forum.stars().has(props.session.id)
  const word = () => {
    const counts = forum.counts()
    const interest = interestOf(counts.get(props.session.id) ?? 0, counts.values())
    return interest === 'none' ? '' : t().card.interest[interest]
  }
  return (
    <div class="session-interest">
      <Button aria-pressed={on()} onClick={() => void acts.star(props.session.id, !on())}>
        <Icon name="star" filled={on()} /> {t().card.star}
      </Button>
      <Show when={word()}>{(said) => <span class="soft">{said()}</span>}</Show>
    </div>
  )
}
