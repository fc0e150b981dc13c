import { createEffect, on, onCleanup, untrack } from 'solid-js'
import type { OfferId } from '../../shared/ids.ts'
import { offersWords } from '../i18n/offers.ts'
import { useForum } from '../sync/forum-context.tsx'
import { navigate, useLocation } from '../ui/location.ts'
import { dropNotice, notify, whisperNews } from '../ui/notices.ts'
import { type Ending, endingText } from './ending.ts'
import { addEndings, dropEndings, followEndings, sayEndings, useEndings } from './endings.ts'

/** The notice of one ending that was heard as it happened. */
export const endingKey = (id: OfferId): string => `offer ${id}`

/** The notice of all that ended while this device was away. */
const awayKey = 'offers answered'

export interface TellEndings {
  /** At once, in the corner. */
  tell(ending: Ending): void
  /** All of it in one notice; on "my path", where it is listed, only to screen readers. */
  tellAway(endings: readonly Ending[]): void
}

/** @returns does something as soon as somebody may see it: a page behind another says nothing */
const createWhenSeen = () => {
  const waiting: (() => void)[] = []
  const seen = () => {
    if (document.visibilityState === 'hidden') return
    for (const act of waiting.splice(0)) act()
  }
  document.addEventListener('visibilitychange', seen)
  onCleanup(() => document.removeEventListener('visibilitychange', seen))
  return (act: () => void) => {
    waiting.push(act)
    seen()
  }
}

/** Says what came of one's own offers, each once on this device; "my path" has it until it is put away. */
export const useTellEndings = (): TellEndings => {
  const t = offersWords.use
  const forum = useForum()
  const location = useLocation()
  const endings = useEndings()
  const whenSeen = createWhenSeen()
  const path = `/${forum.slug}/me`
  const isListed = () => location().path === path
  const text = (ending: Ending) => endingText(t(), (id) => forum.people().get(id)?.name, ending)
  let inOne: readonly OfferId[] = []
  const understood = (some: readonly Ending[]) => ({
    label: t().understood,
    act: () =>
      dropEndings(
        forum,
        some.map(({ offerId }) => offerId),
      ),
  })
  createEffect(on(isListed, (isShown) => isShown && dropNotice(awayKey)))
  onCleanup(followEndings(forum))
  // What was put away on another page of this device is not said here any longer.
  createEffect(
    on(endings, (now, before = []) => {
      const isThere = (id: OfferId) => now.some(({ offerId }) => offerId === id)
      for (const { offerId } of before) if (!isThere(offerId)) dropNotice(endingKey(offerId))
      if (inOne.length > 0 && !inOne.some(isThere)) dropNotice(awayKey)
    }),
  )
  const say = (ending: Ending) =>
    notify({ key: endingKey(ending.offerId), text: text(ending), actions: [understood([ending])] })
  const sayAway = (some: readonly Ending[]) => {
    const said = some.map(text).join(' ')
    if (isListed()) return whisperNews(said)
    const isOne = some.length === 1
    inOne = some.map(({ offerId }) => offerId)
    notify({
      key: awayKey,
      text: isOne ? said : t().answers(some.length),
      detail: isOne ? undefined : said,
      actions: [understood(some), { label: t().see, act: () => navigate(path) }],
    })
  }
  const tell = (some: readonly Ending[], act: (news: readonly Ending[]) => void) => {
    addEndings(forum, some)
    whenSeen(() =>
      untrack(() => {
        const news = sayEndings(forum, some)
        if (news.length > 0) act(news)
      }),
    )
  }
  return {
    tell: (ending) => tell([ending], (news) => news.forEach(say)),
    tellAway: (some) => tell(some, sayAway),
  }
}
