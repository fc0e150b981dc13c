import { type BoardJson, boardFromJson, boardToJson } from '../../shared/board-json.ts'
import type { ForumSlug, SessionId } from '../../shared/ids.ts'
import { type Person, PROTOCOL } from '../../shared/protocol.ts'
import type { Instant } from '../../shared/time.ts'
import { emptyView, type ForumView, peopleById } from './forum-view.ts'

/** A forum as this device last heard of it, for when there is no network. */
export interface BoardCopy {
  readonly slug: ForumSlug
  /** Of the build that wrote it; another one can't be sure to read it. */
  readonly protocol: number
  readonly epoch: string
  readonly seq: number
  readonly board: BoardJson
  readonly people: readonly Person[]
  readonly counts: readonly (readonly [SessionId, number])[]
  /** Left out in copies of earlier builds. */
  readonly votesBefore?: ForumView['votesBefore']
  /** Whose device it was, with their own stars: replaced as soon as the server says another name. */
  readonly you: Person | null
  readonly stars: readonly SessionId[]
  /** Server time at which all this was true. */
  readonly freshAt: Instant
  /** The server's time and this device's own at the same moment: the device's goes on without a server. */
  readonly serverTime: Instant
  readonly deviceTime: Instant
}

export interface CopyStore {
  read(slug: ForumSlug): Promise<BoardCopy | null>
  write(copy: BoardCopy): Promise<void>
}

export const copyOf = (slug: ForumSlug, view: ForumView, serverTime: Instant, deviceTime: Instant): BoardCopy => ({
  slug,
  protocol: PROTOCOL,
  epoch: view.state.epoch,
  seq: view.state.seq,
  board: boardToJson(view.state.confirmed),
  people: [...view.people.values()],
  counts: [...view.counts],
  votesBefore: view.votesBefore,
  you: view.you,
  stars: [...view.stars.confirmed],
  freshAt: view.freshAt,
  serverTime,
  deviceTime,
})

/** A copy as a screen shows it, and what the server's time is by now; null where it can't be read. */
export const viewOfCopy = (
  copy: BoardCopy,
  deviceTime: Instant,
): { readonly view: ForumView; readonly now: Instant } | null => {
  if (copy.protocol !== PROTOCOL) return null
  try {
    const { epoch, seq, you, freshAt } = copy
    const view: ForumView = {
      ...emptyView,
      load: 'ready',
      state: { epoch, seq, confirmed: boardFromJson(copy.board), pending: [] },
      stars: { confirmed: new Set(copy.stars), pending: [] },
      people: peopleById(copy.people),
      counts: new Map(copy.counts),
      votesBefore: copy.votesBefore ?? {},
      you,
      isKnown: you !== null,
      freshAt,
    }
    return { view, now: copy.serverTime + Math.max(0, deviceTime - copy.deviceTime) }
  } catch {
    return null
  }
}
