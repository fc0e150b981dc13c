import { createSignal, For, Show } from 'solid-js'
import type { SessionId } from '../../shared/ids.ts'
import { hostsOf, insideOf } from '../../shared/together.ts'
import { offersWords } from '../i18n/offers.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { createOffers } from './create-offers.ts'
import { OfferDialog } from './OfferDialog.tsx'
import { SentOffer } from './SentOffer.tsx'

/** On a session's page: what was offered in its name, and the way to offer something. */
export const SessionOffers = (props: { readonly sessionId: SessionId }) => {
  const t = offersWords.use
  const forum = useForum()
  const offers = createOffers()
  const [isOpen, setOpen] = createSignal(false)
  const session = () => forum.session(props.sessionId)
  const isHost = () => {
    const shown = session()
    return shown !== undefined && hostsOf(forum.board(), shown).includes(forum.you()?.id ?? '')
  }
  const isTeam = () => forum.you()?.role === 'facilitator'
  const isPlaced = () => forum.board().placements.has(props.sessionId)
  const mayOffer = () => {
    const shown = session()
    if (shown === undefined || shown.merged !== null) return false
    // What has no place can only be merged, and not with others inside it.
    if (!isPlaced() && insideOf(forum.board(), shown.id).length > 0) return false
    return isTeam() || (isHost() && !shown.locked)
  }
  const sent = () =>
    offers.outgoing().filter((id) => {
      const offer = forum.confirmed().offers.get(id)
      return offer?.fromId === props.sessionId || offer?.toId === props.sessionId
    })
  return (
    <div class="session-offers stack">
      <Show when={sent().length > 0}>
        <h2 class="unseen">{t().sent}</h2>
      </Show>
      <For each={sent()}>
        {(id) => <Show when={forum.confirmed().offers.get(id)}>{(offer) => <SentOffer offer={offer()} />}</Show>}
      </For>
      <Show when={mayOffer()}>
        <div>
          <Button onClick={() => setOpen(true)}>{isPlaced() ? t().form.open : t().form.openMerge}</Button>
        </div>
      </Show>
      <Show when={isOpen()}>
        <OfferDialog sessionId={props.sessionId} isHost={isHost()} onClose={() => setOpen(false)} />
      </Show>
    </div>
  )
}
