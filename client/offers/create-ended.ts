import { createEffect, on, onCleanup, untrack } from 'solid-js'
import type { Board } from '../../shared/board.ts'
import type { OfferId, PersonId } from '../../shared/ids.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { makeFresh } from '../sync/make-fresh.ts'
import { hearAway } from '../ui/heard-away.ts'
import { recallEndings } from './endings.ts'
import { fetchMissed } from './fetch-missed.ts'
import { answered, endedAway, hasNews, type OwnOffer, ownOffersOn, toldIn, unanswered } from './own-offers.ts'
import { keepOwnOffers, readOwnOffers } from './own-offers-store.ts'
import { useTellEndings } from './use-tell-endings.ts'

/**
 * Tells who made an offer what became of it, also where that was while this device was away. What is heard to be accepted
 * without a word shows in what moved, and is told with it.
 */
export const createEnded = (): void => {
  const forum = useForum()
  const language = useLanguage()
  const endings = useTellEndings()
  const freshOf = makeFresh()
  const watched = new Map<OfferId, OwnOffer>()
  /** Something came of these while this device was away: it is asked for. */
  const missed = new Map<OfferId, OwnOffer>()
  let watcher: PersonId = ''
  /** The last entry that was heard, and the last one before these were missed; null where that is not known. */
  let heard: number | null = null
  let missedSince: number | null = null
  let isAway = true
  let isAsking = false
  let isGone = false
  onCleanup(() => {
    isGone = true
  })
  const isLive = () => forum.connection().type === 'live'
  const keyOf = (you: PersonId) => `offers ${forum.slug} ${you}`

  const begin = (you: PersonId) => {
    watcher = you
    watched.clear()
    missed.clear()
    const kept = readOwnOffers(localStorage, keyOf(you))
    heard = kept.seq
    for (const offer of kept.offers) watched.set(offer.id, offer)
  }
  const keep = () => {
    heard = untrack(forum.entries).at(-1)?.seq ?? heard
    // Until it is known what came of those that were missed, the next page asks too.
    const seq = missed.size > 0 ? missedSince : heard
    keepOwnOffers(localStorage, keyOf(watcher), { seq, offers: [...watched.values(), ...missed.values()] })
  }

  const lookUp = async () => {
    if (missed.size === 0 || isAsking) return
    isAsking = true
    const [you, wanted] = [watcher, [...missed.values()]]
    const found = await fetchMissed(forum.slug, language(), missedSince)
    isAsking = false
    // Without an answer it is asked again when something is heard.
    if (isGone || you !== watcher || found === undefined) return
    const [board, now] = [untrack(forum.confirmed), untrack(forum.now)]
    hearAway(found?.entries ?? [])
    endings.tellAway(wanted.flatMap((offer) => endedAway(board, offer, found, you, now) ?? []))
    for (const { id } of wanted) missed.delete(id)
    keep()
    void lookUp()
  }

  const follow = (board: Board, you: PersonId) => {
    const now = untrack(forum.now)
    if (watcher !== you) begin(you)
    if (isAway && missed.size === 0) missedSince = heard
    const told = toldIn(freshOf(forum.entries()))
    for (const [id, offer] of watched) {
      const answer = told.get(id)
      if (answer !== undefined) {
        const ending = answered(board, offer, answer, you, now)
        if (ending !== null && (ending.how !== 'accepted' || ending.word !== '')) endings.tell(ending)
      } else if (isAway && hasNews(board, offer, now)) {
        missed.set(id, offer)
        watched.delete(id)
      } else if (!board.offers.has(id) && offer.expiresAt > now) endings.tell(unanswered(offer, 'moved', now))
      if (!board.offers.has(id)) watched.delete(id)
    }
    for (const offer of ownOffersOn(board, you, now)) watched.set(offer.id, offer)
    isAway = false
    keep()
    void lookUp()
  }

  createEffect(on([forum.isKnown, () => forum.you()?.id], () => recallEndings(forum)))
  createEffect(
    on([forum.confirmed, forum.isKnown, () => forum.you()?.id, isLive], ([board, isKnown, you, isOn]) => {
      // Only what the server says now: this device's own copy may be an hour old.
      if (!isOn) isAway = true
      else if (isKnown && you !== undefined) follow(board, you)
    }),
  )
  createEffect(
    on(forum.now, (now) => {
      if (isAway) return
      for (const [id, offer] of watched) {
        if (offer.expiresAt > now) continue
        watched.delete(id)
        endings.tell(unanswered(offer, 'expired', now))
        keep()
      }
    }),
  )
}
