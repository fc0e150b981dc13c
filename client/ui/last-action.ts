import { createSignal } from 'solid-js'
import type { CommandId } from '../../shared/ids.ts'
import { limits } from '../../shared/limits.ts'
import type { Instant } from '../../shared/time.ts'
import { changesWords } from '../i18n/changes.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { timeText } from '../i18n/format.ts'
import type { ForumStore } from '../sync/forum-store.ts'
import { cellText } from './cell-text.ts'
import { type Done, doneText, isDone } from './done.ts'

/** What one did last, as long as it can be undone. */
export interface LastAction {
  readonly commandId: CommandId
  readonly done: Done
  /** Server time. */
  readonly at: Instant
}

const [lastAction, setLastAction] = createSignal<LastAction | null>(null)

/** Reactive: what one did last; null where nothing is known to be undoable. */
export const useLastAction = () => lastAction

const keyOf = (forum: ForumStore): string => `last ${forum.slug} ${forum.you()?.id ?? ''}`

const isLastAction = (value: unknown): value is LastAction =>
  typeof value === 'object' &&
  value !== null &&
  'commandId' in value &&
  typeof value.commandId === 'string' &&
  'done' in value &&
  isDone(value.done) &&
  'at' in value &&
  typeof value.at === 'number'

/** What it was, in the words of the language in use; they must be here (`changesWords.ready`). */
export const lastActionText = (forum: ForumStore, { done }: Pick<LastAction, 'done'>): string =>
  doneText(done, {
    words: changesWords.use(),
    cellText: (cell) => cellText(forum, cell),
    timeText: (at) => timeText(at, forum.frame().timeZone, useLanguage()()),
  })

/** Milliseconds until it can no longer be undone; zero or less where it can't any more. */
export const leftToUndo = ({ at }: LastAction, now: Instant): number => at + limits.undoMilliseconds - now

/** Remembers it over a reload. A full or forbidden storage loses only that. */
export const rememberLastAction = (forum: ForumStore, action: LastAction): void => {
  setLastAction(action)
  try {
    localStorage.setItem(keyOf(forum), JSON.stringify(action))
  } catch {
    // The notice and this page still have it.
  }
}

export const forgetLastAction = (forum: ForumStore): void => {
  setLastAction(null)
  localStorage.removeItem(keyOf(forum))
}

const undoneKey = (forum: ForumStore): string => `undone ${keyOf(forum)}`

/** The last action was an undo of one's own: it is not offered to be undone itself, here or after a reload. */
export const forgetUndone = (forum: ForumStore, undoId: CommandId): void => {
  forgetLastAction(forum)
  try {
    localStorage.setItem(undoneKey(forum), undoId)
  } catch {
    // A page that is loaded anew may then offer to undo the undoing.
  }
}

/** Whether that command was an undo of this device. */
export const wasUndo = (forum: ForumStore, commandId: CommandId): boolean => {
  try {
    return localStorage.getItem(undoneKey(forum)) === commandId
  } catch {
    return false
  }
}

/** Brings back what was remembered for whoever this device belongs to now. */
export const recallLastAction = (forum: ForumStore): void => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(forum)) ?? 'null')
    setLastAction(isLastAction(kept) ? kept : null)
  } catch {
    setLastAction(null)
  }
}
