import { createEffect, createMemo, Match, on, Show, Switch } from 'solid-js'
import { ForumPages } from './ForumPages.tsx'
import { useLanguage } from './i18n/define-words.ts'
import { useWords } from './i18n/words.ts'
import { pages } from './pages.ts'
import { type Route, routeOf } from './routes.ts'
import { useLocation } from './ui/location.ts'
import { Message } from './ui/Message.tsx'
import { Notices } from './ui/Notices.tsx'

const isForumRoute = (route: Route): route is Extract<Route, { slug: string }> => 'slug' in route

const focusContent = (): void => {
  const content = document.getElementById('content')
  content?.setAttribute('tabindex', '-1')
  content?.focus({ preventScroll: true })
}

/** The whole product: one page per address; those of one forum share its store. */
export const App = () => {
  const t = useWords()
  const language = useLanguage()
  const location = useLocation()
  const route = createMemo(() => routeOf(location().path))
  const forumRoute = () => {
    const current = route()
    return isForumRoute(current) ? current : null
  }
  const slug = createMemo(() => forumRoute()?.slug ?? '')
  // A new page begins where a keyboard and a screen reader expect it to: at its content.
  const path = createMemo(() => location().path)
  createEffect(on(path, () => requestAnimationFrame(focusContent), { defer: true }))
  createEffect(() => {
    document.documentElement.lang = language()
  })
  return (
    <>
      <a class="skip" href="#content">
        {t().skip}
      </a>
      <Switch>
        <Match when={route().type === 'welcome'}>
          <pages.welcome />
        </Match>
        <Match when={route().type === 'setup'}>
          <pages.setup />
        </Match>
        <Match when={route().type === 'missing'}>
          <Message title={t().missingPage}>
            <a href="/">{t().home}</a>
          </Message>
        </Match>
      </Switch>
      <Show when={slug()} keyed>
        {(current) => <ForumPages slug={current} route={forumRoute()} />}
      </Show>
      <Notices />
    </>
  )
}
