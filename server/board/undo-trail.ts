import type { Board } from '../../shared/board.ts'
import { entryChanges } from '../../shared/difference.ts'
import type { Entry } from '../../shared/events.ts'
import type { PersonId } from '../../shared/ids.ts'
import { limits } from '../../shared/limits.ts'
import type { Instant } from '../../shared/time.ts'
import type { Undoable } from '../../shared/undoable.ts'

/** Whether it can still be undone. */
export const isYoung = ({ at }: { readonly at: Instant }, now: Instant): boolean => now - at < limits.undoMilliseconds

/** So many actions are copied with each entry; when there are more, they join the others. */
const mostRecent = 32

type Actions = ReadonlyMap<PersonId, Undoable>
const none: Actions = new Map()

/**
 * The last action of each person of the last ten minutes. A value beside the board, as of the same entry, and never changed
 * in place: what is being written has its own.
 */
export class UndoTrail {
  static readonly empty = new UndoTrail(none, none)
  readonly #earlier: Actions
  readonly #recent: Actions

  private constructor(earlier: Actions, recent: Actions) {
    this.#earlier = earlier
    this.#recent = recent
  }

  /** What this person did last; how long ago is for the decision to ask. */
  of(personId: PersonId): Undoable | undefined {
    return this.#recent.get(personId) ?? this.#earlier.get(personId)
  }

  /**
   * The trail after one more entry.
   * @param now what is too old to be undone by then is not kept: an old log is replayed at no cost
   */
  after(entry: Entry, before: Board, board: Board, now: Instant): UndoTrail {
    if (!isYoung(entry, now)) return this
    const { commandId, by, at, events } = entry
    const action: Undoable = { commandId, by, at, slices: entryChanges(before, board, events) }
    const recent = new Map(this.#recent).set(by, action)
    if (recent.size <= mostRecent) return new UndoTrail(this.#earlier, recent)
    return new UndoTrail(new Map([...this.#earlier, ...recent].filter(([, other]) => isYoung(other, now))), none)
  }
}
