import { createEffect, createSignal, type JSX, Match, onCleanup, Show, Switch } from 'solid-js'
import type { ForumSlug } from '../shared/ids.ts'
import { useWords } from './i18n/words.ts'
import { pages, preloadSheets } from './pages.ts'
import type { Route } from './routes.ts'
import { createForumStore } from './sync/create-forum-store.ts'
import { ForumProvider, useForum } from './sync/forum-context.tsx'
import { isNameAsked } from './ui/ask-name.ts'
import { useLocation } from './ui/location.ts'
import { Message } from './ui/Message.tsx'
import { Trouble } from './ui/trouble.ts'
import { Waiting } from './ui/Waiting.tsx'

interface ForumPagesProps {
  readonly slug: ForumSlug
  readonly route: Extract<Route, { slug: string }> | null
}

/** Milliseconds after a page is drawn until the sheets over it are fetched. */
const sheetsAfter = 1500

/** The pages under one slug, over one store. The sheet to propose opens by the address, so that "back" closes it. */
export const ForumPages = (props: ForumPagesProps) => {
  const forum = createForumStore(props.slug)
  const location = useLocation()
  const is = (type: Route['type']) => props.route?.type === type
  const sessionId = () => (props.route?.type === 'session' ? props.route.sessionId : null)
  const isSheetOpen = () => ['propose', 'edit', 'where', 'repeat'].some((sheet) => location().search.has(sheet))
  const roomId = () => (props.route?.type === 'room' ? props.route.roomId : null)
  const [isDrawn, setDrawn] = createSignal(false)
  // After the first drawing; a wall proposes nothing, and nobody stands before a sheet to print.
  createEffect(() => {
    if (forum.load() !== 'ready' || is('wall') || is('print')) return
    setTimeout(preloadSheets, sheetsAfter)
    setTimeout(() => setDrawn(true), is('board') ? sheetsAfter : 0)
  })
  // The forum's own colour; the stylesheet knows what it is in each theme.
  createEffect(() => {
    if (forum.load() === 'ready') document.documentElement.dataset.accent = forum.board().frame.accent
  })
  onCleanup(() => delete document.documentElement.dataset.accent)
  return (
    <ForumProvider value={forum}>
      {/* The wall has a place of its own for it. */}
      <Show when={(forum.trouble().readOnly || forum.trouble().mismatch) && !is('wall')}>
        <Trouble />
      </Show>
      <Show when={isDrawn() && !is('wall') && !is('print')}>
        <pages.incoming />
        <pages.changes />
      </Show>
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
            <Match when={is('print')}>
              <pages.print />
            </Match>
          </Switch>
        </Loaded>
      </Show>
      <Show when={forum.load() === 'ready' && isSheetOpen()}>
        <pages.propose />
      </Show>
      <Show when={isNameAsked()}>
        <pages.join />
      </Show>
    </ForumProvider>
  )
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
