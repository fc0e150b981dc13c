import { type Component, lazy } from 'solid-js'
import type { RoomId, SessionId } from '../shared/ids.ts'
import type { Route } from './routes.ts'

/** A page and its words come at the same time, not one after the other. */
const page = <P extends object>(load: () => Promise<Component<P>>, words?: () => Promise<void>) =>
  lazy(async () => {
    const [component] = await Promise.all([load(), words?.()])
    return { default: component }
  })

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
  board: page(async () => (await import('./board/BoardPage.tsx')).BoardPage),
  path: page(async () => (await import('./path/PathPage.tsx')).PathPage),
  session: page<{ sessionId: SessionId }>(
    async () => (await import('./session/SessionPage.tsx')).SessionPage,
    async () => (await import('./i18n/session.ts')).sessionWords.ready(),
  ),
  room: page<{ roomId: RoomId }>(
    async () => (await import('./room/RoomPage.tsx')).RoomPage,
    async () => (await import('./i18n/room.ts')).roomWords.ready(),
  ),
  wall: page(
    async () => (await import('./wall/WallPage.tsx')).WallPage,
    async () => (await import('./i18n/wall.ts')).wallWords.ready(),
  ),
  desk: page(
    async () => (await import('./desk/DeskPage.tsx')).DeskPage,
    async () => (await import('./i18n/desk.ts')).deskWords.ready(),
  ),
  /** The question for a name, over whatever page is open. */
  join: page(async () => (await import('./join/JoinDialog.tsx')).JoinDialog),
  /** A sheet over a page of the forum rather than a page of its own. */
  propose: page(
    async () => (await import('./propose/ProposeSheet.tsx')).ProposeSheet,
    async () => (await import('./i18n/propose.ts')).proposeWords.ready(),
  ),
} as const

/** Begins to fetch the page of a route. */
export const preload = (route: Route): Promise<unknown> =>
  route.type === 'missing' ? Promise.resolve() : pages[route.type].preload()
