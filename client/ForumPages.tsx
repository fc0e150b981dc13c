import { type JSX, Match, Show, Suspense, Switch } from 'solid-js'
import type { ForumSlug } from '../shared/ids.ts'
import { useWords } from './i18n/words.ts'
import { pages } from './pages.ts'
import type { Route } from './routes.ts'
import { createForumStore } from './sync/create-forum-store.ts'
import { ForumProvider, useForum } from './sync/forum-context.tsx'
import { isNameAsked } from './ui/ask-name.ts'
import { useLocation } from './ui/location.ts'
import { Message } from './ui/Message.tsx'

interface ForumPagesProps {
  readonly slug: ForumSlug
  readonly route: Extract<Route, { slug: string }> | null
}

/** The pages under one slug, over one store. The sheet to propose opens by the address, so that "back" closes it. */
export const ForumPages = (props: ForumPagesProps) => {
  const forum = createForumStore(props.slug)
  const location = useLocation()
  const is = (type: Route['type']) => props.route?.type === type
  const sessionId = () => (props.route?.type === 'session' ? props.route.sessionId : null)
  const isSheetOpen = () => location().search.has('propose') || location().search.has('edit')
  const roomId = () => (props.route?.type === 'room' ? props.route.roomId : null)
  return (
    <ForumProvider value={forum}>
      <Suspense fallback={<Waiting />}>
        {/* A door answers before the board is here. */}
        <Show when={roomId()} keyed>
          {(id) => <pages.room roomId={id} />}
        </Show>
        <Show when={roomId() === null}>
          <Loaded>
            <Switch>
              <Match when={is('board')}>
                <pages.board />
              </Match>
              <Match when={is('path')}>
                <pages.path />
              </Match>
              <Match when={sessionId()} keyed>
                {(id) => <pages.session sessionId={id} />}
              </Match>
              <Match when={is('wall')}>
                <pages.wall />
              </Match>
              <Match when={is('desk')}>
                <pages.desk />
              </Match>
            </Switch>
          </Loaded>
        </Show>
      </Suspense>
      <Show when={forum.load() === 'ready' && isSheetOpen()}>
        <Suspense>
          <pages.propose />
        </Suspense>
      </Show>
      <Show when={isNameAsked()}>
        <Suspense>
          <pages.join />
        </Suspense>
      </Show>
    </ForumProvider>
  )
}

const Waiting = () => {
  const t = useWords()
  return <Message title={t().loading} />
}

/** What a page of a forum stands on: its board, or the reason why there is none. */
const Loaded = (props: { readonly children: JSX.Element }) => {
  const t = useWords()
  const forum = useForum()
  return (
    <Switch fallback={<Waiting />}>
      <Match when={forum.load() === 'ready'}>{props.children}</Match>
      <Match when={forum.load() === 'missing'}>
        <Message title={t().missingForum} detail={t().missingForumHelp}>
          <a href="/">{t().home}</a>
        </Message>
      </Match>
      <Match when={forum.load() === 'failed'}>
        <Message title={t().failed} detail={t().failedHelp} />
      </Match>
    </Switch>
  )
}
