import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import { emptyView, type ForumView } from '../../../client/sync/forum-view.ts'
import { type ForumSync, makeForumSync } from '../../../client/sync/make-forum-sync.ts'
import { makeServerClock, type ServerClock } from '../../../client/sync/server-clock.ts'
import { browserTimers } from '../../../client/sync/timers.ts'
import { unpack } from '../../../client/sync/unpack.ts'
import { PACKING } from '../../../shared/common-text.ts'

/** A phone's own code over real sockets, real HTTP and the wall's time. */
export interface WiredPhone {
  readonly sync: ForumSync
  readonly clock: ServerClock
  /** Of each line that it has opened: whether it asked for packed entries, and how many came so. */
  readonly lines: readonly { readonly asked: boolean; packed: number }[]
  view(): ForumView
  /** Settles when a view fits; at once where it does. */
  until(fits: (view: ForumView) => boolean): Promise<ForumView>
}

/** @param origin of the server, or of the bad network before it; @param ownTime of the phone, which may be hours off */
export const wiredPhone = (origin: string, slug: string, token: string, ownTime = Date.now()): WiredPhone => {
  const headers = { authorization: `Bearer ${token}` }
  const clock = makeServerClock(browserTimers, ownTime)
  const waiting = new Set<() => void>()
  const lines: { asked: boolean; packed: number }[] = []
  let view = emptyView
  const sync = makeForumSync({
    open: (events, packed) => {
      const url = `${origin.replace('http', 'ws')}/api/forums/${slug}/live${packed ? `?packed=${PACKING}` : ''}`
      const socket = new WebSocket(url, { headers })
      socket.binaryType = 'arraybuffer'
      const line = { asked: packed, packed: 0 }
      lines.push(line)
      socket.on('open', () => events.opened())
      socket.on('message', (data, isBinary) => {
        if (isBinary) line.packed += 1
        events.heard(data instanceof ArrayBuffer && isBinary ? data : new TextDecoder().decode(data as ArrayBuffer))
      })
      socket.on('close', () => events.closed())
      socket.on('error', () => undefined)
      return {
        send: (text) => socket.readyState === WebSocket.OPEN && socket.send(text),
        // A line that answers nothing would take half a minute to close in order.
        close: () => socket.terminate(),
      }
    },
    timers: browserTimers,
    clock,
    random: Math.random,
    unpack,
    newId: randomUUID,
    language: () => 'fr',
    fetchSnapshot: async () => {
      try {
        const answer = await fetch(`${origin}/api/forums/${slug}`, { headers, signal: AbortSignal.timeout(8000) })
        return { type: 'ok', value: await answer.json() }
      } catch {
        return { type: 'failed' }
      }
    },
    onView: (next) => {
      view = next
      for (const look of [...waiting]) look()
    },
  })
  const until: WiredPhone['until'] = (fits) =>
    new Promise((resolve) => {
      const look = () => {
        if (!fits(view)) return
        waiting.delete(look)
        resolve(view)
      }
      waiting.add(look)
      look()
    })
  return { sync, clock, lines, view: () => view, until }
}

export const isLive = ({ connection }: ForumView): boolean => connection.type === 'live'
