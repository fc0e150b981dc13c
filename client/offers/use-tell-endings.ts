import { createEffect, on, untrack } from 'solid-js'
import type { OfferId } from '../../shared/ids.ts'
import { offersWords } from '../i18n/offers.ts'
import { useForum } from '../sync/forum-context.tsx'
import { navigate, useLocation } from '../ui/location.ts'
import { dropNotice, notify, whisperNews } from '../ui/notices.ts'
import { type Ending, endingText } from './ending.ts'
import { addEndings, dropEndings } from './endings.ts'

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

/** Says what came of one's own offers, each once on this device; "my path" has it until it is put away. */
export const useTellEndings = (): TellEndings => {
  const t = offersWords.use
  const forum = useForum()
  const location = useLocation()
  const path = `/${forum.slug}/me`
  const isListed = () => location().path === path
  const text = (ending: Ending) => endingText(t(), (id) => forum.people().get(id)?.name, ending)
  const understood = (endings: readonly Ending[]) => ({
    label: t().understood,
    act: () =>
      dropEndings(
        forum,
        endings.map(({ offerId }) => offerId),
      ),
  })
  createEffect(on(isListed, (isShown) => isShown && dropNotice(awayKey)))
  const tell = (ending: Ending) => {
    addEndings(forum, [ending])
    notify({ key: endingKey(ending.offerId), text: text(ending), actions: [understood([ending])] })
  }
  const tellAway = (endings: readonly Ending[]) => {
    if (endings.length === 0) return
    addEndings(forum, endings)
    const said = endings.map(text).join(' ')
    if (isListed()) return whisperNews(said)
    const isOne = endings.length === 1
    notify({
      key: awayKey,
      text: isOne ? said : t().answers(endings.length),
      detail: isOne ? undefined : said,
      actions: [understood(endings), { label: t().see, act: () => navigate(path) }],
    })
  }
  return {
    tell: (ending) => untrack(() => tell(ending)),
    tellAway: (endings) => untrack(() => tellAway(endings)),
  }
}
