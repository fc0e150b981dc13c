import type { CommandId, PersonId } from './ids.ts'
import type { Slice } from './slices.ts'
import type { Instant } from './time.ts'

/** What one entry changed, so that its author may take it back: each thing as it was before and after it. */
export interface Undoable {
  readonly commandId: CommandId
  readonly by: PersonId
  readonly at: Instant
  readonly slices: readonly Change[]
}

/** One thing of the board, before and after. */
export interface Change {
  readonly before: Slice
  readonly after: Slice
}
