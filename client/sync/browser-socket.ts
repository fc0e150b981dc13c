import { PACKING } from '../../shared/common-text.ts'
import type { Socket, SocketEvents } from './connection.ts'

/** A WebSocket of the browser to a forum's live line. */
export const openBrowserSocket =
  (slug: string) =>
  (events: SocketEvents, packed: boolean): Socket => {
    const url = new URL(`/api/forums/${encodeURIComponent(slug)}/live`, window.location.href)
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
    if (packed) url.search = `?packed=${PACKING}`
    const socket = new WebSocket(url)
    socket.binaryType = 'arraybuffer'
    socket.addEventListener('open', () => events.opened())
    socket.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => events.heard(data))
    socket.addEventListener('close', () => events.closed())
    return {
      send: (text) => socket.readyState === WebSocket.OPEN && socket.send(text),
      close: () => socket.close(),
    }
  }
