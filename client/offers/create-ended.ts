import { createEffect, on, untrack } from 'solid-js'
import type { Board } from '../../shared/board.ts'
import type { OfferId, PersonId } from '../../shared/ids.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { makeFresh } from '../sync/make-fresh.ts'
import { hearAway } from '../ui/heard-away.ts'
import { createAsking } from './create-asking.ts'
import { recallEndings } from './endings.ts'
import { fetchMissed, type LogPlace } from './fetch-missed.ts'
import {
  answered,
  endedAway,
  hasNews,
  type OwnOffer,
  ownOffersOn,
  type Told,
  toldIn,
  unanswered,
} from './own-offers.ts'
import { keepOwnOffers, readOwnOffers } from './own-offers-store.ts'
import { useTellEndings } from './use-tell-endings.ts'

/** Milliseconds that an answer of the last second may be on its way. */
const underWay = 10_000

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
  /** Told as without an answer: should there be one after all, it says more. */
  const late = new Map<OfferId, OwnOffer>()
  let watcher: PersonId = ''
  /** The last entry that was followed, and the last one before these were missed; null where that is not known. */
  let heard: LogPlace | null = null
  let missedSince: LogPlace | null = null
  let isAway = true
  const isLive = () => forum.connection().type === 'live'
  const keyOf = (you: PersonId) => `offers ${forum.slug} ${you}`
  const place = (): LogPlace => untrack(() => ({ epoch: forum.epoch(), seq: forum.seq() }))

  const begin = (you: PersonId) => {
    watcher = you
    // What became of theirs while somebody else had this device, they did not hear.
    isAway = true
    for (const each of [watched, missed, late]) each.clear()
    const kept = readOwnOffers(localStorage, keyOf(you))
    heard = kept.heard
    for (const offer of kept.offers) watched.set(offer.id, offer)
  }
  const keep = () => {
    // Until it is known what came of those that were missed, the next page asks too, as from before that.
    const offers = [...new Map([...watched, ...missed]).values()]
    keepOwnOffers(localStorage, keyOf(watcher), { heard: missed.size > 0 ? missedSince : heard, offers })
  }

  const lookUp = createAsking({
    wants: () => missed.size > 0 && !isAway,
    ask: async () => {
      const [at, wanted] = [place(), [...missed.values()]]
      const found = await fetchMissed(forum.slug, language(), at, missedSince)
      return found === undefined || at.epoch !== place().epoch ? undefined : { found, wanted, epoch: at.epoch }
    },
    take: ({ found, wanted, epoch }) => {
      const [board, now] = [untrack(forum.confirmed), untrack(forum.now)]
      if (found !== null) hearAway({ slug: forum.slug, epoch, until: found.until, entries: found.entries })
      // Of what was heard live meanwhile, or missed once more, this answer is not the last word; nor of somebody else's.
      const still = wanted.filter((offer) => missed.get(offer.id) === offer)
      endings.tellAway(still.flatMap((offer) => endedAway(board, offer, found, watcher, now) ?? []))
      for (const { id } of still) missed.delete(id)
      keep()
    },
  })

  /** Nobody ended it by an answer. */
  const tellUnanswered = (offer: OwnOffer, how: 'moved' | 'expired') => {
    missed.delete(offer.id)
    const before = toldIn(untrack(forum.entries)).get(offer.id)
    endings.tell(unanswered(offer, how, before, watcher, untrack(forum.now)))
  }
  const tellAnswer = (board: Board, offer: OwnOffer, told: Told, isLate: boolean) => {
    missed.delete(offer.id)
    const ending = answered(board, offer, told, watcher, untrack(forum.now))
    if (ending !== null && (isLate || ending.how !== 'accepted' || ending.word !== '')) endings.tell(ending)
  }

  const follow = (board: Board, you: PersonId) => {
    const now = untrack(forum.now)
    if (watcher !== you) begin(you)
    if (isAway && missed.size === 0) missedSince = heard
    const fresh = freshOf(untrack(forum.entries))
    const told = toldIn(fresh)
    for (const [id, offer] of late) {
      const answer = told.get(id)
      if (answer?.type !== 'offer-ended') continue
      late.delete(id)
      tellAnswer(board, offer, answer, true)
    }
    for (const [id, offer] of watched) {
      const answer = told.get(id)
      if (answer !== undefined) tellAnswer(board, offer, answer, false)
      else if (isAway && hasNews(board, offer, now)) {
        missed.set(id, offer)
        watched.delete(id)
      } else if (!board.offers.has(id)) {
        tellUnanswered(offer, (fresh.at(-1)?.at ?? now) < offer.expiresAt ? 'moved' : 'expired')
      }
      if (!board.offers.has(id)) watched.delete(id)
    }
    for (const offer of ownOffersOn(board, you, now)) watched.set(offer.id, offer)
    isAway = false
    heard = place()
    keep()
    lookUp()
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
      const heardAt = Math.min(now, untrack(forum.freshAt))
      for (const [id, offer] of watched) {
        // A page that slept may have its time before the answer that waits for it.
        if (heardAt < offer.expiresAt + underWay) continue
        watched.delete(id)
        late.set(id, offer)
        tellUnanswered(offer, 'expired')
        keep()
      }
    }),
  )
}
