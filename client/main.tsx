import './styles/tokens.css'
import './styles/accents.css'
import './styles/base.css'
import './styles/paper.css'
import './styles/forced-colors.css'
import './styles/print.css'
import { render } from 'solid-js/web'
import { App } from './App.tsx'
import { showLanguage } from './i18n/define-words.ts'
import { rememberedLanguage } from './i18n/language.ts'
import { commonWords } from './i18n/words.ts'
import { preload } from './pages.ts'
import { routeOf } from './routes.ts'
import { beginSnapshot } from './sync/http.ts'
import { followLinks, navigate } from './ui/location.ts'

/** The browser's offers to install the app, which may come before the code that keeps them. */
const installOffers: Event[] = []
window.addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault()
  installOffers.push(event)
})

/** Milliseconds after the page is drawn until what it can do without is asked for. */
const calm = 1500

/** What waits, the service worker, the offer to install: nothing that a first page is made of. */
const beginLater = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, calm))
  const code = await import('./offline/begin.ts').catch(() => null)
  // Without a network to bring it: again later.
  await (code === null
    ? beginLater()
    : code.begin(installOffers, () => routeOf(window.location.pathname).type === 'wall'))
}

/** Where the installed app opens: in the forum that this device was in last. */
const toLastForum = (): void => {
  const slug = window.location.search === '?app' ? localStorage.getItem('last forum') : null
  if (slug !== null) navigate(`/${slug}`, { replace: true })
}

/** Words, board and page are asked for at once: on a slow line each turn of waiting counts. */
const start = async (root: HTMLElement): Promise<void> => {
  toLastForum()
  const route = routeOf(window.location.pathname.replace(/(?<=.)\/+$/, ''))
  const language = rememberedLanguage(localStorage, navigator.languages)
  const snapshot = 'slug' in route ? beginSnapshot(route.slug, language) : null
  // With a service worker this costs no network, and without a network it is what the board waits for.
  if (navigator.serviceWorker?.controller) void import('./sync/live.ts').then((live) => live.warmUp())
  await showLanguage(language)
  await Promise.all([commonWords.ready(), preload(route)])
  // An agenda that came with the page stays until the board can take its place.
  if (root.firstElementChild !== null) await snapshot
  root.replaceChildren()
  followLinks()
  render(() => <App />, root)
  void beginLater()
}

const root = document.getElementById('app')
if (root !== null) void start(root)
