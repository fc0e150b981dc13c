import { deskWords } from '../i18n/desk.ts'
import type { Knowing } from './create-answer.ts'

/** What a preview counts, as long as that is not all: who is away, and who would be torn, only the server knows. */
export const ServerKnows = (props: { readonly knowing: Knowing }) => {
  const t = deskWords.use
  const said = () => (props.knowing === 'asking' || props.knowing === 'unanswered' ? t().preview[props.knowing] : '')
  return (
    <p class="soft desk-knows" role="status">
      {said()}
    </p>
  )
}

/** What is shown is as of a moment ago. It keeps its room, and is not called out: on a busy board it comes and goes. */
export const LookedAtAgain = (props: { readonly knowing: Knowing }) => {
  const t = deskWords.use
  return (
    <span class="soft desk-again" classList={{ shown: props.knowing === 'again' }}>
      {t().preview.again}
    </span>
  )
}
