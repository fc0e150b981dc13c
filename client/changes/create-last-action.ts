import { createEffect, on, untrack } from 'solid-js'
import type { RoomId, SessionId, SlotId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import { useForum } from '../sync/forum-context.tsx'
import { makeFresh } from '../sync/make-fresh.ts'
import { describeEntry } from '../ui/describe.ts'
import { leftToUndo, recallLastAction, rememberLastAction } from '../ui/last-action.ts'
import { dropNotice } from '../ui/notices.ts'
import { lastActionKey, useOfferLast } from './use-offer-last.ts'

/** Remembers what one did last, on whatever page or device it was. */
export const createLastAction = (): void => {
  const forum = useForum()
  const offerLast = useOfferLast()
  const freshOf = makeFresh()
  /** Of things that are gone too. */
  const titles = new Map<SessionId, string>()
  const rooms = new Map<RoomId, string>()
  const starts = new Map<SlotId, Instant>()
  const known = {
    titleOf: (id: SessionId) => titles.get(id) ?? '',
    roomOf: (id: RoomId) => rooms.get(id) ?? '',
    startOf: (id: SlotId) => starts.get(id),
  }
  createEffect(
    on([forum.isKnown, () => forum.you()?.id], ([isKnown, you]) => {
      if (!isKnown) return
      recallLastAction(forum)
      if (you !== undefined) void offerLast()
    }),
  )
  createEffect(
    on([forum.entries, forum.isKnown], ([entries, isKnown]) => {
      const board = untrack(forum.confirmed)
      for (const { id, title } of board.sessions.values()) titles.set(id, title)
      for (const { id, name } of board.rooms.values()) rooms.set(id, name)
      for (const { id, start } of board.slots.values()) starts.set(id, start)
      const you = forum.you()?.id
      if (!isKnown || you === undefined) return
      const last = freshOf(entries).findLast(({ by }) => by === you)
      if (last === undefined) return
      dropNotice(lastActionKey)
      const action = { commandId: last.commandId, done: describeEntry(last, known), at: last.at }
      if (leftToUndo(action, untrack(forum.now)) > 0) rememberLastAction(forum, action)
    }),
  )
}
