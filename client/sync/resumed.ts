import type { CommandId } from '../../shared/ids.ts'
import type { Answer, Pending } from './forum-store.ts'
import type { PendingStar } from './star-store.ts'

/** What waited on the device when the page before this one went. */
export interface Resumed {
  readonly commands: readonly Pending[]
  readonly stars: readonly PendingStar[]
  /** A star that is accepted answers with undefined. */
  readonly onAnswer: (id: CommandId, answer: Answer | undefined) => void
}
