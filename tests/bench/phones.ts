import { WebSocket } from 'ws'
import { newId } from '../../client/sync/new-id.ts'
import { emptyBoard } from '../../shared/board.ts'
import { boardToJson } from '../../shared/board-json.ts'
import type { Snapshot } from '../../shared/protocol.ts'
import { newsReader } from './news-reader.ts'

/** A crowd of phones in a process of its own: told what to do by its parent, answers with times in milliseconds. */
export interface Crowd {
  readonly type: 'join'
  readonly url: string
  readonly hello: object
  /** What they hold as they join. */
  readonly board: Snapshot['board']
  readonly tokens: readonly string[]
}

/** Every phone sends its command at once; the answer says how long each waited for its own. */
export interface Burst {
  readonly type: 'burst'
  readonly commands: readonly (object | null)[]
}

export interface BurstAnswer {
  readonly type: 'answered'
  /** From the first send to the last answer. */
  readonly total: number
  readonly waits: readonly number[]
  readonly refused: number
}

const sockets: WebSocket[] = []
const waiting = new Map<string, { readonly since: number }>()
let answer: BurstAnswer & { waits: number[] } = { type: 'answered', total: 0, waits: [], refused: 0 }
let textOf = newsReader(boardToJson(emptyBoard))
let refused = 0
let began = 0
/** By phone: its own command, and how many packed frames it has heard. */
const own: string[] = []
const heard: number[] = []
/** Whose entries are in each packed frame. All phones get the same ones in the same order, so that one reading serves all. */
const news: ReadonlySet<string>[] = []

const settle = (id: string, isRefused: boolean): void => {
  const asked = waiting.get(id)
  if (asked === undefined) return
  waiting.delete(id)
  if (isRefused) refused += 1
  answer.waits.push(performance.now() - asked.since)
  if (waiting.size === 0) process.send?.({ ...answer, total: performance.now() - began, refused })
}

const idsIn = (frame: Buffer): ReadonlySet<string> => {
  const { entries }: { readonly entries: readonly { readonly commandId: string }[] } = JSON.parse(
    textOf(frame).toString(),
  )
  return new Set(entries.map(({ commandId }) => commandId))
}

const hear = (phone: number, data: Buffer, isPacked: boolean): void => {
  if (!isPacked) {
    if (data.includes('{"type":"refused"')) settle(JSON.parse(data.toString()).commandId, true)
    return
  }
  const frame = heard[phone] ?? 0
  heard[phone] = frame + 1
  news[frame] ??= idsIn(data)
  const id = own[phone]
  if (id !== undefined && news[frame].has(id)) settle(id, false)
}

const join = async ({ url, hello, board, tokens }: Crowd): Promise<void> => {
  textOf = newsReader(board)
  for (const [n, token] of tokens.entries()) {
    const socket = new WebSocket(url, { headers: { authorization: `Bearer ${token}` }, perMessageDeflate: false })
    sockets.push(socket)
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject)
      socket.once('open', () => socket.send(JSON.stringify(hello)))
      socket.once('message', () => resolve())
    })
    socket.on('message', (data, isBinary) => Buffer.isBuffer(data) && hear(n, data, isBinary))
  }
  process.send?.({ type: 'joined' })
}

const burst = ({ commands }: Burst): void => {
  // Each phone would make its own id.
  const acts = commands.flatMap((command, n) => {
    const id = newId()
    return command === null ? [] : [{ n, id, text: JSON.stringify({ type: 'command', id, command }) }]
  })
  answer = { type: 'answered', total: 0, waits: [], refused: 0 }
  refused = 0
  began = performance.now()
  for (const { n, id, text } of acts) {
    waiting.set(id, { since: performance.now() })
    own[n] = id
    sockets[n]?.send(text)
  }
}

process.on('message', (message: Crowd | Burst) => {
  if (message.type === 'join') void join(message)
  else burst(message)
})
