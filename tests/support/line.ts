import type { Page, WebSocketRoute } from 'playwright-core'
import type { ServerMessage } from '../../shared/protocol.ts'

/** The type of a message of the wire. */
export const typeOf = (message: string): string => (JSON.parse(message) as { readonly type: string }).type

/** A line on which each message of the page may be answered, kept back, or passed on. */
export const onLine = (
  page: Page,
  tap: (message: string, pass: () => void, socket: WebSocketRoute) => void,
): Promise<unknown> =>
  page.routeWebSocket(/\/live$/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => tap(String(message), () => server.send(message), socket))
    server.onMessage((message) => socket.send(message))
  })

/** A line on which the server says one thing more, after its welcome. */
export const afterWelcome = (page: Page, said: ServerMessage): Promise<unknown> =>
  page.routeWebSocket(/\/live$/, (socket) => {
    socket.connectToServer().onMessage((message) => {
      socket.send(message)
      if (typeOf(String(message)) === 'welcome') socket.send(JSON.stringify(said))
    })
  })

/** A line that works once, is cut as soon as the page knows who looks at it, and each new try too. */
export const cutOnceKnown = (page: Page, onCut: () => Promise<unknown> = async () => undefined): Promise<unknown> => {
  let tries = 0
  return page.routeWebSocket(/\/live$/, (socket) => {
    tries += 1
    if (tries > 1) return void socket.close()
    socket.connectToServer()
    void page
      .locator('.forum-you, .room-fresh.live, .wall-clock')
      .first()
      .waitFor()
      .then(onCut)
      .then(() => socket.close())
  })
}
