import { createEffect, createRoot } from 'solid-js'
import { useLanguage } from '../i18n/define-words.ts'
import { offlineWords } from '../i18n/offline.ts'
import { followForums, type LiveForum } from '../sync/live.ts'
import { dropNotice, notify } from '../ui/notices.ts'
import { actsOn } from './forum-acts.ts'
import { install, keepInstallEvent, mayAskToInstall, rememberAsked } from './install-prompt.ts'
import { rememberForum } from './last-forum.ts'
import { registerWorker } from './register-worker.ts'
import { tellOutbox } from './tell-outbox.ts'

/** A Wi-Fi that wants to be signed in to: said once, with the way to its page; gone when the server answers. */
const tellPortal = (forum: LiveForum['store']): void => {
  const t = offlineWords.use
  createEffect(() => {
    if (!forum.isPortal()) return dropNotice('portal')
    notify({
      key: 'portal',
      tone: 'bad',
      text: t().portal,
      detail: t().portalHelp,
      // Our own address, which such a network answers with its own page.
      actions: [{ label: t().openPortal, act: () => void window.open('/api/health', '_blank', 'noopener') }],
    })
  })
}

/** Offers to keep the app once something of one's own stands on the board, never before, and once only. */
const offerInstall = ({ you, entries }: LiveForum['store']): void => {
  const t = offlineWords.use
  const hasClaimed = () =>
    entries().some(({ by, events }) => by === you()?.id && events.some(({ type }) => type === 'session-placed'))
  createEffect(() => {
    if (!mayAskToInstall(localStorage) || !hasClaimed()) return
    rememberAsked(localStorage)
    notify({
      key: 'install',
      text: t().install,
      detail: t().installHelp,
      actions: [
        { label: t().installNow, act: install },
        { label: t().notNow, act: () => undefined },
      ],
    })
  })
}

const follow = (forum: LiveForum): (() => void) =>
  createRoot((dispose) => {
    rememberForum(localStorage, forum.store)
    const acts = actsOn(forum.store)
    if (acts !== null) tellOutbox(forum, acts)
    tellPortal(forum.store)
    offerInstall(forum.store)
    return dispose
  })

/** A quiet word with one button; what is typed and what waits survive the reload. */
const offerUpdate = (takeOver: () => void): void => {
  const t = offlineWords.use
  const language = useLanguage()
  createRoot(() => {
    createEffect(() => {
      language()
      notify({ key: 'update', text: t().update, actions: [{ label: t().updateNow, act: takeOver }] })
    })
  })
}

/**
 * Begins what a page needs only after it is drawn: says how waiting things ended, has the service worker installed, and
 * keeps the browser's offer to install.
 * @param early offers to install that came before this code
 * @param isUnattended whether nobody stands before this page to tap on what is said there: a wall takes the newer version itself
 */
export const begin = async (early: readonly Event[], isUnattended: () => boolean): Promise<void> => {
  early.forEach(keepInstallEvent)
  window.addEventListener('beforeinstallprompt', keepInstallEvent)
  await offlineWords.ready()
  followForums(follow)
  if (import.meta.env.PROD) await registerWorker((takeOver) => (isUnattended() ? takeOver() : offerUpdate(takeOver)))
}
