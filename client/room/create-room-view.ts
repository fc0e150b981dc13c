import { type Accessor, createEffect, createMemo, untrack } from 'solid-js'
import type { RoomId } from '../../shared/ids.ts'
import { type Instant, MINUTE } from '../../shared/time.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { ask } from '../sync/http.ts'
import { createFetched } from '../ui/create-fetched.ts'
import { keepView, keptView, viewAt } from './kept-view.ts'
import { type RoomView, roomView } from './room-view.ts'

/** A door, and how sure it is of what it shows. */
export interface Door {
  readonly view: RoomView
  /** Heard from the server a moment ago. */
  readonly isLive: boolean
  /** The server was asked in vain; it is not just that no answer has come yet. */
  readonly isOffline: boolean
  /** Server time of the last thing heard. */
  readonly freshAt: Instant
}

/** `missing`: no such room; `failed`: no server, and nothing kept on this device. */
export type DoorState =
  | { readonly type: 'shown'; readonly door: Door }
  | { readonly type: 'loading' | 'missing' | 'failed' }

/**
 * What a door shows: from the board once it is here; before, from the server's short answer; before that, or without a
 * server, from what this device kept of its last view, moved on to now.
 */
export const createRoomView = (roomId: RoomId): Accessor<DoorState> => {
  const language = useLanguage()
  const forum = useForum()
  const isReady = () => forum.load() === 'ready'
  // By the minute, as slots begin and end: nothing is drawn anew under a finger each second.
  const minute = createMemo(() => Math.floor(forum.now() / MINUTE) * MINUTE)
  const first = createFetched(() => {
    const url = `/api/forums/${encodeURIComponent(forum.slug)}/rooms/${encodeURIComponent(roomId)}/now`
    return ask<RoomView>(url, language())
  })
  const answer = () => first() ?? null
  const fromBoard = createMemo(() => (isReady() ? roomView(forum.board(), forum.people(), roomId, minute()) : null))
  const answeredAt = createMemo(() => (answer()?.type === 'ok' ? Date.now() : 0))

  // While it is tried again too: the words do not change with each attempt.
  const isOffline = createMemo<boolean>((was) => {
    const { type } = forum.connection()
    return type !== 'live' && (was || type === 'waiting' || forum.load() === 'failed')
  }, false)

  const beforeBoard = (): DoorState => {
    // The tick alone: the server's time is not known yet, this device's own goes on from the view's.
    minute()
    const answered = answer()
    if (answered?.type === 'missing' || forum.load() === 'missing') return { type: 'missing' }
    if (answered?.type === 'ok') {
      const { serverTime } = answered.value
      const view = viewAt(answered.value, serverTime + Date.now() - answeredAt())
      return { type: 'shown', door: { view, isLive: false, isOffline: isOffline(), freshAt: serverTime } }
    }
    const kept = keptView(localStorage, forum.slug, roomId, Date.now())
    if (kept !== null) {
      const { view, freshAt } = kept
      return { type: 'shown', door: { view, isLive: false, isOffline: isOffline(), freshAt } }
    }
    return { type: answered === null || forum.load() === 'loading' ? 'loading' : 'failed' }
  }

  createEffect(() => {
    const answered = answer()
    if (isReady()) {
      const view = fromBoard()
      if (forum.connection().type !== 'live' || view === null) return
      keepView(localStorage, forum.slug, { ...view, serverTime: untrack(forum.now) }, Date.now())
    } else if (answered?.type === 'ok') keepView(localStorage, forum.slug, answered.value, Date.now())
  })

  return createMemo((): DoorState => {
    if (!isReady()) return beforeBoard()
    const view = fromBoard()
    if (view === null) return { type: 'missing' }
    const isLive = forum.connection().type === 'live'
    return { type: 'shown', door: { view, isLive, isOffline: isOffline(), freshAt: forum.freshAt() } }
  })
}
