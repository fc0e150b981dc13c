import type { Board } from '../../shared/board.ts'
import { entryChanges } from '../../shared/difference.ts'
import type { Entry } from '../../shared/events.ts'
import type { PersonId } from '../../shared/ids.ts'
import { limits } from '../../shared/limits.ts'
import type { Instant } from '../../shared/time.ts'
import type { Undoable } from '../../shared/undoable.ts'

/** Whether it can still be undone. */
export const isYoung = ({ at }: { readonly at: Instant }, now: Instant): boolean => now - at < limits.undoMilliseconds

/** So many actions are looked through, newest first; when there are more, they join the others. */
const mostRecent = 64

type Actions = ReadonlyMap<PersonId, Undoable>

/** The last few actions, each with those before it: one more costs the same, however many people were busy. */
interface Recent {
  readonly action: Undoable
  readonly before: Recent | null
  readonly count: number
}

/** The last one of each person, where it is young enough. */
const joined = (earlier: Actions, recent: Recent, now: Instant): Actions => {
  const last = new Map<PersonId, Undoable>()
  const put = (action: Undoable): void => {
    if (!last.has(action.by)) last.set(action.by, action)
  }
  for (let each: Recent | null = recent; each !== null; each = each.before) put(each.action)
  for (const action of earlier.values()) put(action)
  for (const action of last.values()) if (!isYoung(action, now)) last.delete(action.by)
  return last
}

/**
 * The last action of each person of the last ten minutes. A value beside the board, as of the same entry, and never changed
 * in place: what is being written has its own.
 */
export class UndoTrail {
  static readonly empty = new UndoTrail(new Map(), null)
  readonly #earlier: Actions
  readonly #recent: Recent | null

  private constructor(earlier: Actions, recent: Recent | null) {
    this.#earlier = earlier
    this.#recent = recent
  }

  /** What this person did last; how long ago is for the decision to ask. */
  of(personId: PersonId): Undoable | undefined {
    for (let each = this.#recent; each !== null; each = each.before) if (each.action.by === personId) return each.action
    return this.#earlier.get(personId)
  }

  /**
   * The trail after one more entry.
   * @param now what is too old to be undone by then is not kept: an old log is replayed at no cost
   */
  after(entry: Entry, before: Board, board: Board, now: Instant): UndoTrail {
    if (!isYoung(entry, now)) return this
    const { commandId, by, at, events } = entry
    const action: Undoable = { commandId, by, at, slices: entryChanges(before, board, events) }
    const recent = { action, before: this.#recent, count: (this.#recent?.count ?? 0) + 1 }
    if (recent.count <= mostRecent) return new UndoTrail(this.#earlier, recent)
    return new UndoTrail(joined(this.#earlier, recent, now), null)
  }
}
