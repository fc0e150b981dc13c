import type { CommandId, ForumSlug, PersonId, SessionId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { Pending } from './forum-store.ts'

/** Something that was asked for and has no answer yet, as the device keeps it. */
export interface Waiting {
  /** Under which it is sent, each time: it takes effect once. */
  readonly id: CommandId
  readonly slug: ForumSlug
  /** Who asked for it; it is sent as nobody else. */
  readonly by: PersonId
  /** Server time. */
  readonly since: Instant
  /** This device's own time at which it was kept, never twice the same: things are sent in this order. */
  readonly place: number
  /** It waited too long to be sent: the person is asked first (P4). */
  readonly isLate: boolean
  readonly act: WaitingAct
}

export type WaitingAct =
  | ({ readonly type: 'command' } & Pick<Pending, 'command' | 'reason' | 'quiet'>)
  | { readonly type: 'star'; readonly sessionId: SessionId; readonly on: boolean }

/** Where what waits is kept. Several pages of one device share it. */
export interface OutboxStore {
  /** What waits in a forum, in order. */
  all(slug: ForumSlug): Promise<readonly Waiting[]>
  /** Keeps it, or replaces what is kept under the same id. */
  put(waiting: Waiting): Promise<void>
  /** Forgets it; nothing where there is nothing. */
  remove(id: CommandId): Promise<void>
}

/** For as long as the page lives: where the browser keeps nothing (a private window, a full disk). */
export const memoryOutbox = (): OutboxStore => {
  const kept = new Map<CommandId, Waiting>()
  return {
    all: async (slug) => [...kept.values()].filter((each) => each.slug === slug).sort((a, b) => a.place - b.place),
    put: async (waiting) => void kept.set(waiting.id, waiting),
    remove: async (id) => void kept.delete(id),
  }
}
