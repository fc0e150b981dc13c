import type { Placement } from '../../shared/board.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { PersonId } from '../../shared/ids.ts'
import type { Undoable } from '../../shared/undoable.ts'

/** The reason that somebody gave for a place that a session has or had. */
export type ReasonFor = (placement: Placement, by: PersonId) => string | undefined

/**
 * Whoever undoes their own act need not say again why a session was where it goes back to: only their own words, and only
 * where they said one thing of all that goes back, since it is written beside each of them.
 */
export const saidBefore = (
  { type }: Command,
  undoable: Undoable | undefined,
  reasonFor: ReasonFor,
): string | undefined => {
  if (type !== 'undo' || undoable === undefined) return undefined
  const said = undoable.slices.flatMap(({ before }) =>
    before.type === 'placement' && before.value !== null ? [reasonFor(before.value, undoable.by)] : [],
  )
  return new Set(said).size === 1 ? said[0] : undefined
}
