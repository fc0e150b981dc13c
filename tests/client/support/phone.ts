import { emptyView, type ForumView } from '../../../client/sync/forum-view.ts'
import type { Fetched } from '../../../client/sync/http.ts'
import { type ForumSync, type ForumSyncParts, makeForumSync } from '../../../client/sync/make-forum-sync.ts'
import { makeServerClock, type ServerClock } from '../../../client/sync/server-clock.ts'
import { type Board, emptyBoard } from '../../../shared/board.ts'
import { boardToJson } from '../../../shared/board-json.ts'
import type { Command } from '../../../shared/commands/command.schema.ts'
import { decide } from '../../../shared/decide.ts'
import type { Entry } from '../../../shared/events.ts'
import { evolveEntry } from '../../../shared/evolve.ts'
import type { Person, ServerMessage, Snapshot } from '../../../shared/protocol.ts'
import { before, by, sessionId } from '../../support/boards.ts'
import { type VirtualTime, virtualTime } from '../../support/virtual-time.ts'
import { type ScriptedLines, scriptedLines } from './scripted-line.ts'

export const ana: Person = { id: 'ana', name: 'Ana', role: 'participant' }
export const epoch = 'epoch-1'

/** The log of a server that the test plays: its entries come from the real rules. */
export interface ScriptedLog {
  board(): Board
  seq(): number
  /** Decides a command for somebody and adds its entry. */
  add(personId: string, commandId: string, command: Command): Entry
  snapshot(): Snapshot
}

export const scriptedLog = (board: Board = emptyBoard, seq = 0): ScriptedLog => {
  let held = { board, seq }
  return {
    board: () => held.board,
    seq: () => held.seq,
    add: (personId, commandId, command) => {
      const decision = decide(held.board, command, by(personId))
      if (decision.type === 'refused') throw new Error(`refused: ${decision.refusal.code}`)
      const entry: Entry = { seq: held.seq + 1, commandId, by: personId, at: before, events: decision.events }
      held = { board: evolveEntry(held.board, entry), seq: entry.seq }
      return entry
    },
    snapshot: () => ({
      epoch,
      seq: held.seq,
      serverTime: before,
      board: boardToJson(held.board),
      people: [ana],
      counts: {},
    }),
  }
}

export interface Phone {
  readonly sync: ForumSync
  readonly time: VirtualTime
  readonly clock: ServerClock
  readonly lines: ScriptedLines
  /** The last view that a screen was given. */
  readonly view: () => ForumView
  /** How often the snapshot was asked for. */
  readonly fetches: () => number
  /** Command ids are `sessionId(1000)`, `sessionId(1001)`… in the order of their making. */
  readonly commandId: (nth: number) => string
}

const nextTick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
export const settled = nextTick

/** Who else hears of a phone's views, and what the page begins with. */
export type PhoneParts = Partial<Pick<ForumSyncParts, 'onView' | 'onLate' | 'view' | 'unpack'>>

/** A phone with real code and a server played by the test; it has asked for its snapshot when this resolves. */
export const startPhone = async (fetchSnapshot: () => Fetched<Snapshot>, also: PhoneParts = {}): Promise<Phone> => {
  // The phone's own clock is two hours wrong.
  const time = virtualTime(0)
  const clock = makeServerClock(time, before - 7_200_000)
  const lines = scriptedLines()
  let view = emptyView
  let fetches = 0
  let ids = 1000
  const sync = makeForumSync({
    open: lines.openSocket,
    timers: time,
    clock,
    random: () => 0.5,
    fetchSnapshot: async () => {
      fetches += 1
      return fetchSnapshot()
    },
    newId: () => sessionId(ids++),
    language: () => 'fr',
    ...also,
    onView: (next) => {
      view = next
      also.onView?.(next)
    },
  })
  await nextTick()
  const commandId = (nth: number) => sessionId(1000 + nth)
  return { sync, time, clock, lines, view: () => view, fetches: () => fetches, commandId }
}

export const welcome = (entries: readonly Entry[] = [], seq = entries.at(-1)?.seq ?? 0): ServerMessage => ({
  type: 'welcome',
  you: ana,
  stars: [],
  serverTime: before,
  epoch,
  seq,
  entries,
})

/** A phone that holds the log's board and has been greeted. */
export const livePhone = async (log: ScriptedLog, also: PhoneParts = {}): Promise<Phone> => {
  const phone = await startPhone(() => ({ type: 'ok', value: log.snapshot() }), also)
  phone.lines.latest().open()
  phone.lines.latest().say(welcome([], log.seq()))
  phone.lines.latest().said()
  return phone
}
