import { createEffect, on } from 'solid-js'
import type { Offer } from '../../shared/board.ts'
import type { BoardEvent, Entry } from '../../shared/events.ts'
import type { OfferId, SessionId } from '../../shared/ids.ts'
import { askedIn, offersFor } from '../../shared/offers.ts'
import { hostsOf } from '../../shared/together.ts'
import { unreachable } from '../../shared/unreachable.ts'
import { typeset } from '../../shared/words.ts'
import { offersWords } from '../i18n/offers.ts'
import { useForum } from '../sync/forum-context.tsx'
import { makeFresh } from '../sync/make-fresh.ts'
import { notify } from '../ui/notices.ts'

/** What was answered to an offer, and by whom. */
type Told = Extract<BoardEvent, { readonly type: 'offer-ended' | 'offer-talked' | 'offer-agreed' }> & Pick<Entry, 'by'>

const toldIn = (entries: readonly Entry[]): ReadonlyMap<OfferId, Told> =>
  new Map(
    entries.flatMap(({ events, by }) =>
      events.flatMap((event): readonly (readonly [OfferId, Told])[] =>
        event.type === 'offer-ended' || event.type === 'offer-talked' || event.type === 'offer-agreed'
          ? [[event.offerId, { ...event, by }]]
          : [],
      ),
    ),
  )

/** Tells who made an offer what became of it. What was accepted shows in what moved, and is told with it. */
export const createEnded = (): void => {
  const t = offersWords.use
  const forum = useForum()
  const watched = new Map<OfferId, Offer>()
  const freshOf = makeFresh()
  let watcher = ''
  const say = ({ id }: Offer, text: string) =>
    notify({ key: `offer ${id}`, text, actions: [{ label: t().understood, act: () => undefined }] })
  const titleOf = (id: SessionId | undefined) => forum.confirmed().sessions.get(id ?? '')?.title ?? ''

  /** Empty where it is told with something else, or not worth a word. */
  const answerText = (offer: Offer, told: Told): string => {
    const board = forum.confirmed()
    const who = forum.people().get(told.by)?.name ?? t().someone
    const theirs = askedIn(board, offer).find((id) => {
      const session = board.sessions.get(id)
      return session !== undefined && hostsOf(board, session).includes(told.by)
    })
    const title = titleOf(theirs ?? offer.toId)
    const word = typeset(told.word ?? '')
    switch (told.type) {
      case 'offer-talked':
        return t().ended.talked(who, title, word)
      case 'offer-agreed':
        return t().ended.agreed(who, titleOf(told.sessionIds[0]), word)
      case 'offer-ended':
        if (told.how === 'declined') return t().ended.declined(who, title, word)
        return told.how === 'accepted' && word !== '' ? t().ended.accepted(who, title, word) : ''
      default:
        return unreachable(told)
    }
  }

  const tell = (offer: Offer, told: Told | undefined) => {
    if (told === undefined) {
      const isGone = !forum.confirmed().offers.has(offer.id)
      if (isGone && offer.expiresAt > forum.now()) say(offer, t().ended.moved(titleOf(offer.toId)))
      return
    }
    const text = told.by === forum.you()?.id ? '' : answerText(offer, told)
    if (text !== '') say(offer, text)
  }

  createEffect(
    on([forum.confirmed, forum.isKnown, () => forum.you()?.id], ([board, isKnown, you]) => {
      if (!isKnown || you === undefined) return
      const told = toldIn(freshOf(forum.entries()))
      // What somebody else asked for on this device is theirs to hear.
      if (watcher !== you) watched.clear()
      watcher = you
      for (const [id, offer] of watched) {
        if (!board.offers.has(id) || told.has(id)) tell(offer, told.get(id))
        if (!board.offers.has(id)) watched.delete(id)
      }
      for (const offer of offersFor(board, you, forum.now()).outgoing) watched.set(offer.id, offer)
    }),
  )
  createEffect(
    on(forum.now, (now) => {
      for (const [id, offer] of watched) {
        if (offer.expiresAt > now) continue
        watched.delete(id)
        say(offer, t().ended.expired(titleOf(offer.toId)))
      }
    }),
  )
}
