import type { Component, JSX } from 'solid-js'
import type { RoomId, SessionId } from '../shared/ids.ts'
import { changesWords } from './i18n/changes.ts'
import type { Route } from './routes.ts'
import { later } from './ui/later.tsx'
import { untilItComes } from './ui/until-it-comes.ts'
import { loadAnswers } from './ui/use-acts.ts'
import { Waiting } from './ui/Waiting.tsx'

/** A page and its words come at the same time, not one after the other. */
const page = <P extends object>(
  load: () => Promise<Component<P>>,
  words: () => Promise<void> = async () => {},
  waiting?: () => JSX.Element,
) =>
  later<P>(async () => {
    const [component] = await untilItComes(() => Promise.all([load(), words()]))
    return component
  }, waiting)

/** The screens, each in a file of its own that is fetched when it is wanted. */
export const pages = {
  welcome: page(
    async () => (await import('./welcome/WelcomePage.tsx')).WelcomePage,
    async () => (await import('./i18n/welcome.ts')).welcomeWords.ready(),
  ),
  setup: page(
    async () => (await import('./setup/SetupPage.tsx')).SetupPage,
    async () => (await import('./i18n/setup.ts')).setupWords.ready(),
  ),
  board: page(async () => (await import('./board/BoardPage.tsx')).BoardPage, undefined, Waiting),
  path: page(
    async () => (await import('./path/PathPage.tsx')).PathPage,
    async () => {
      await (await import('./path/words.ts')).pathPageWords()
      await (await import('./absences/fill.ts')).fillAbsences()
    },
    Waiting,
  ),
  session: page<{ sessionId: SessionId }>(
    async () => (await import('./session/SessionPage.tsx')).SessionPage,
    async () => (await import('./i18n/session.ts')).sessionWords.ready(),
    Waiting,
  ),
  room: page<{ roomId: RoomId }>(
    async () => (await import('./room/RoomPage.tsx')).RoomPage,
    async () => (await import('./i18n/room.ts')).roomWords.ready(),
    Waiting,
  ),
  wall: page(
    async () => (await import('./wall/WallPage.tsx')).WallPage,
    async () => (await import('./i18n/wall.ts')).wallWords.ready(),
    Waiting,
  ),
  desk: page(
    async () => (await import('./desk/DeskPage.tsx')).DeskPage,
    async () => (await import('./i18n/desk.ts')).deskWords.ready(),
    Waiting,
  ),
  print: page(
    async () => (await import('./print/PrintPage.tsx')).PrintPage,
    async () => (await import('./i18n/print.ts')).printWords.ready(),
  ),
  /** The question for a name, over whatever page is open. */
  join: page(async () => (await import('./join/JoinDialog.tsx')).JoinDialog),
  /** These two go with somebody over all pages, and none of them waits for it. */
  incoming: page(
    async () => (await import('./offers/Incoming.tsx')).Incoming,
    async () => (await import('./i18n/offers.ts')).offersWords.ready(),
  ),
  changes: page(
    async () => (await import('./changes/Changes.tsx')).Changes,
    () => changesWords.ready(),
  ),
  /** A sheet over a page of the forum rather than a page of its own. */
  propose: page(
    async () => (await import('./propose/ProposeSheet.tsx')).ProposeSheet,
    async () => (await import('./i18n/propose.ts')).proposeWords.ready(),
  ),
} as const

/** Fetches what a participant's thumb may ask for next, so that it opens without a network too. */
export const preloadSheets = (): void => {
  void loadAnswers()
  void pages.propose.preload()
  void pages.join.preload()
}

/** Begins to fetch the page of a route. */
export const preload = (route: Route): Promise<unknown> =>
  route.type === 'missing' ? Promise.resolve() : pages[route.type].preload()
