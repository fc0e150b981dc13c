import type { Line } from './line.ts'
import { newsReader } from './news-reader.ts'

/**
 * How a phone of each contender talks. All are the same bare `ws` client underneath, so that what differs in a figure is
 * the server: the Socket.IO phone does by hand the little of Engine.IO that its client library does.
 */
export interface Tongue {
  /** Said as soon as the line is open; null where nothing is. */
  readonly greeting: string | null
  /** Whether the phone is in when the line is open; else when it heard `welcome`. */
  readonly isIn: boolean
  isWelcome(frame: Buffer): boolean
  /** What a frame asks to be answered with; null for nearly all. */
  answer(frame: Buffer): string | null
  /** A frame with what everybody is told; all other frames only keep the line alive. */
  isNews(frame: Buffer, isPacked: boolean): boolean
  /** The text of a frame of news: asked for each once, in order. */
  textOf(frame: Buffer): Buffer
  /** The ids of what a text of news tells of. @param nth how many came before it */
  idsIn(text: Buffer, nth: number): readonly string[]
  /** Bytes that the news would take with each of them as text in a frame of its own. */
  bytesAlone(text: Buffer): number
  /** What should never come: why the phone was told no. */
  complaint(frame: Buffer): string | null
}

const startsWith = (frame: Buffer, start: Buffer): boolean =>
  frame.length >= start.length && start.compare(frame, 0, start.length) === 0

/** With the header that a server's text frame has: two bytes, four from 126 bytes on, ten from 64 KiB on. */
export const bytesOnLine = (payload: number): number => payload + (payload < 126 ? 2 : payload < 65_536 ? 4 : 10)

const entriesStart = Buffer.from('{"type":"entries"')
const refusedStart = Buffer.from('{"type":"refused"')
const goodbyeStart = Buffer.from('{"type":"goodbye"')
const welcomeStart = Buffer.from('{"type":"welcome"')
const engineOpen = Buffer.from('0{')
const engineNews = Buffer.from('42')
const engineConnected = Buffer.from('40')

interface Entries {
  readonly entries: readonly { readonly commandId: string }[]
}

const entriesOf = (frame: Buffer): Entries['entries'] => {
  const { entries }: Entries = JSON.parse(frame.toString())
  return entries
}

/** How the phones of a line talk. */
export const tongueOf = ({ tongue, hello, board }: Line): Tongue => {
  const common: Tongue = {
    greeting: null,
    isIn: true,
    isWelcome: () => false,
    answer: () => null,
    isNews: (frame) => startsWith(frame, entriesStart),
    textOf: (frame) => frame,
    idsIn: (_, nth) => [String(nth)],
    bytesAlone: (text) => bytesOnLine(text.length),
    complaint: () => null,
  }
  switch (tongue) {
    case 'ws':
      return common
    case 'forum':
      return {
        ...common,
        greeting: hello,
        isIn: false,
        isWelcome: (frame) => startsWith(frame, welcomeStart),
        isNews: (_, isPacked) => isPacked,
        ...(board && { textOf: newsReader(board) }),
        idsIn: (text) => entriesOf(text).map(({ commandId }) => commandId),
        bytesAlone: (text) =>
          entriesOf(text)
            .map((entry) => bytesOnLine(Buffer.byteLength(JSON.stringify({ type: 'entries', entries: [entry] }))))
            .reduce((sum, bytes) => sum + bytes, 0),
        complaint: (frame) =>
          startsWith(frame, refusedStart) || startsWith(frame, goodbyeStart) ? frame.toString() : null,
      }
    case 'socket-io':
      return {
        ...common,
        isIn: false,
        isWelcome: (frame) => startsWith(frame, engineConnected),
        answer: (frame) => (startsWith(frame, engineOpen) ? '40' : frame.toString() === '2' ? '3' : null),
        isNews: (frame) => startsWith(frame, engineNews),
      }
  }
}
