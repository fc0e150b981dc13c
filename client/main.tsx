import './styles/tokens.css'
import './styles/base.css'
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
  if ('slug' in route) beginSnapshot(route.slug, language)
  await showLanguage(language)
  await Promise.all([commonWords.ready(), preload(route)])
  followLinks()
  render(() => <App />, root)
}

const root = document.getElementById('app')
if (root !== null) void start(root)
