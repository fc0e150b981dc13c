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
import { followLinks } from './ui/location.ts'

/** Words, board and page are asked for at once: on a slow line each turn of waiting counts. */
const start = async (root: HTMLElement): Promise<void> => {
  const route = routeOf(window.location.pathname.replace(/(?<=.)\/+$/, ''))
  const language = rememberedLanguage(localStorage, navigator.languages)
  const snapshot = 'slug' in route ? beginSnapshot(route.slug, language) : null
  await showLanguage(language)
  await Promise.all([commonWords.ready(), preload(route)])
  // An agenda that came with the page stays until the board can take its place.
  if (root.firstElementChild !== null) await snapshot
  root.replaceChildren()
  followLinks()
  render(() => <App />, root)
}

const root = document.getElementById('app')
if (root !== null) void start(root)
