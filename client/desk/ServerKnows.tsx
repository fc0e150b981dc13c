import { deskWords } from '../i18n/desk.ts'
import type { Answered } from './create-answer.ts'

/** What a preview counts, as long as that is not all: who is away, and who would be torn, only the server knows. */
export const ServerKnows = (props: { readonly answered: Answered<unknown> }) => {
  const t = deskWords.use
  const said = () => {
    const { type } = props.answered
    return type === 'answered' ? '' : t().preview[type]
  }
  return (
    <p class="soft desk-knows" role="status">
      {said()}
    </p>
  )
}
