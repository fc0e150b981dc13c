import { withCore } from '../../server/cli/with-core.ts'
import { readConfig } from '../../server/config.ts'
import { boardToJson } from '../../shared/board-json.ts'
import { PACKING } from '../../shared/common-text.ts'
import type { CellRef, SessionId } from '../../shared/ids.ts'
import type { ForumPlan } from '../../shared/plan.schema.ts'
import { PROTOCOL } from '../../shared/protocol.ts'
import { freePort } from '../support/free-port.ts'
import { temporaryFolder } from '../support/temporary-database.ts'
import { type Child, startChild } from './child.ts'
import { crowdedForum } from './crowded-forum.ts'
import type { Line } from './line.ts'

/** A data folder with the forum "banc" of `crowdedForum`, and how to serve it. */
export interface OwnForum {
  readonly origin: string
  /** For phones that have read the board as it was made. */
  readonly line: Line
  readonly tokens: readonly string[]
  readonly sessions: readonly SessionId[]
  /** All of them, those of one slot together. */
  readonly cells: readonly CellRef[]
  /** The server as it is run, in a process of its own; one at a time. */
  serve(environment?: Readonly<Record<string, string>>): Promise<Child>
  remove(): Promise<void>
}

/** Makes it; nothing runs yet. @throws Error where the plan is refused */
export const ownForum = async (
  plan: ForumPlan,
  size: { readonly people: number; readonly sessions: number },
): Promise<OwnForum> => {
  const folder = await temporaryFolder()
  const port = await freePort()
  const settings = {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: folder.file('data'),
    PUBLIC_URL: '',
    LOG_LEVEL: 'warn',
    BACKUP_EVERY: 'off',
  }
  const reading = readConfig(settings)
  if (reading.type === 'wrong') throw new Error(reading.problem)
  const { forum, tokens, sessions } = await withCore(reading.config, (core) => crowdedForum(core, plan, size))
  const { board, seq } = forum.board
  const cells = [...board.slots.keys()].flatMap((slotId) =>
    [...board.rooms.keys()].map((roomId) => ({ roomId, slotId })),
  )
  return {
    origin: `http://127.0.0.1:${port}`,
    line: {
      tongue: 'forum',
      url: `ws://127.0.0.1:${port}/api/forums/banc/live?packed=${PACKING}`,
      hello: JSON.stringify({ type: 'hello', protocol: PROTOCOL, epoch: forum.epoch, seq, language: 'fr' }),
      board: boardToJson(board),
    },
    tokens,
    sessions,
    cells,
    serve: (environment = {}) => startChild('server/main.ts', [], { ...settings, ...environment }, /^forum-ouvert /),
    remove: folder.remove,
  }
}
