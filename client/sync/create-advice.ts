import { type Accessor, createEffect, createMemo, createSignal, onCleanup, untrack } from 'solid-js'
import type { SessionId } from '../../shared/ids.ts'
import { useLanguage } from '../i18n/define-words.ts'
import type { Advised } from './fetch-advice.ts'
import { useForum } from './forum-context.tsx'

const nothing: Advised = {}

/**
 * Asks for the advice about a card as soon as it is in hand and the server knows it; forgotten with the card. Empty until
 * it has come, or where it does not: the card is then judged by what the phone knows itself.
 */
export const createAdvice = (card: Accessor<SessionId | null>): Accessor<Advised> => {
  const forum = useForum()
  const language = useLanguage()
  const [given, setGiven] = createSignal({ card: '', advised: nothing })
  // Only what is certain to be answered: without a name, or for a session that is on its way, it would be refused.
  const asked = createMemo(() => {
    const id = card()
    if (id === null || forum.you() === null || forum.connection().type !== 'live') return null
    return forum.confirmed().sessions.has(id) ? id : null
  })
  createEffect(() => {
    const id = asked()
    let isStale = false
    onCleanup(() => {
      isStale = true
    })
    if (card() === null) setGiven({ card: '', advised: nothing })
    if (id === null) return
    void import('./fetch-advice.ts')
      .then(({ fetchAdvice }) => fetchAdvice(forum.slug, id, untrack(forum.you)?.id ?? null, untrack(language)))
      .catch(() => null)
      .then((found) => isStale || found === null || setGiven({ card: id, advised: found }))
  })
  return () => (given().card === card() ? given().advised : nothing)
}
