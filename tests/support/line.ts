import type { Page, WebSocketRoute } from 'playwright-core'
import type { ServerMessage } from '../../shared/protocol.ts'

/** The address of the live line; entries come packed where the page asks for it. */
export const liveLine = /\/live(\?packed=\d+)?$/

/** The type of a message of the wire. What is packed are entries. */
export const typeOf = (message: string | Buffer): string =>
  typeof message === 'string' ? (JSON.parse(message) as { readonly type: string }).type : 'entries'

/** A line on which each message of the page may be answered, kept back, or passed on. */
export const onLine = (
  page: Page,
  tap: (message: string, pass: () => void, socket: WebSocketRoute) => void,
): Promise<unknown> =>
  page.routeWebSocket(liveLine, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => tap(String(message), () => server.send(message), socket))
    server.onMessage((message) => socket.send(message))
  })

/** A line on which the server says one thing more, after its welcome. */
export const afterWelcome = (page: Page, said: ServerMessage): Promise<unknown> =>
  page.routeWebSocket(liveLine, (socket) => {
    socket.connectToServer().onMessage((message) => {
      socket.send(message)
      if (typeOf(message) === 'welcome') socket.send(JSON.stringify(said))
    })
  })

/** A line that works once, is cut as soon as the page knows who looks at it, and each new try too. */
export const cutOnceKnown = (page: Page, onCut: () => Promise<unknown> = async () => undefined): Promise<unknown> => {
  let tries = 0
  return page.routeWebSocket(liveLine, (socket) => {
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

/** A line on which what the server says can be kept back, so that two people want one cell. */
export const heldLine = async (page: Page): Promise<{ hold(): void; release(): void }> => {
  let waiting: (() => void)[] | null = null
  await page.routeWebSocket(liveLine, (socket) => {
    socket.connectToServer().onMessage((message) => {
      if (waiting === null) socket.send(message)
      else waiting.push(() => socket.send(message))
    })
  })
  return {
    hold: () => {
      waiting = []
    },
    release: () => {
      const late = waiting ?? []
      waiting = null
      for (const send of late) send()
    },
  }
}
