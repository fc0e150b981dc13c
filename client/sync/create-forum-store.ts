import { type Accessor, batch, createEffect, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js'
import type { Context } from '../../shared/context.ts'
import type { ForumSlug } from '../../shared/ids.ts'
import type { Person } from '../../shared/protocol.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { useWords } from '../i18n/words.ts'
import { openBrowserSocket } from './browser-socket.ts'
import { createKeyed } from './create-keyed.ts'
import { createSteady } from './create-steady.ts'
import { createTick } from './create-tick.ts'
import type { ForumStore, Joined } from './forum-store.ts'
import { emptyView, type ForumView } from './forum-view.ts'
import { type Fetched, fetchSnapshot, patchName, postJoin, postSecret } from './http.ts'
import { makeForumSync } from './make-forum-sync.ts'
import { newId } from './new-id.ts'
import { loadRules, useRules } from './rules.ts'
import { makeServerClock } from './server-clock.ts'
import { shownCounts, shownStars } from './star-store.ts'
import { browserTimers } from './timers.ts'

/** Calls `act` whenever the network or the page may have come back. */
const whenBack = (act: () => void): void => {
  const visible = () => document.visibilityState === 'visible' && act()
  window.addEventListener('online', act)
  window.addEventListener('pageshow', act)
  document.addEventListener('visibilitychange', visible)
  onCleanup(() => {
    window.removeEventListener('online', act)
    window.removeEventListener('pageshow', act)
    document.removeEventListener('visibilitychange', visible)
  })
}

/** After what is being drawn now. */
const whenIdle = (act: () => void): void => {
  if ('requestIdleCallback' in window) window.requestIdleCallback(act, { timeout: 2000 })
  else setTimeout(act, 300)
}

/** A forum kept in step with the server for the screens of one page; stops with its owner. */
export const createForumStore = (slug: ForumSlug): ForumStore => {
  const language = useLanguage()
  const t = useWords()
  const rules = useRules()
  const clock = makeServerClock(browserTimers, Date.now())
  const [view, setView] = createSignal<ForumView>(emptyView)
  const sync = makeForumSync({
    open: openBrowserSocket(slug),
    timers: browserTimers,
    clock,
    random: Math.random,
    newId,
    language,
    fetchSnapshot: () => fetchSnapshot(slug, language()),
    onView: (next) => batch(() => setView(next)),
  })
  whenBack(sync.nudge)
  onCleanup(sync.stop)

  const part = <T>(read: (view: ForumView) => T): Accessor<T> => createSteady(() => read(view()))
  const now = createTick(clock, browserTimers)
  const you = part((seen) => seen.you)
  const stars = part((seen) => seen.stars)
  const heardCounts = part((seen) => seen.counts)
  const counts = createMemo(() => shownCounts(heardCounts(), stars()))
  const confirmed = part((seen) => seen.state.confirmed)
  const pending = part((seen) => seen.state.pending)
  const context = createMemo<Context>(() => {
    const known = counts()
    const actor = { personId: you()?.id ?? '', role: you()?.role ?? 'participant' }
    now()
    return {
      actor,
      // To the millisecond, not to the tick: a door that opened within this second is open.
      get now() {
        return clock.now()
      },
      interest: (id) => known.get(id) ?? 0,
    }
  })

  const board = createSteady(() => {
    const code = rules()
    if (pending().length === 0 || code === null) return confirmed()
    return code.foldPending(confirmed(), pending(), untrack(context))
  })
  const pendingById = createKeyed(
    () => new Map(pending().map(({ command }) => ['sessionId' in command ? command.sessionId : '', true])),
  )

  const load = part((seen) => seen.load)
  createEffect(on(load, (state) => state === 'ready' && whenIdle(() => void loadRules())))

  const joined = (fetched: Fetched<{ person: Person }>): Joined => {
    if (fetched.type === 'ok') {
      sync.becomes(fetched.value.person)
      return { type: 'joined' }
    }
    const message = fetched.type === 'refused' ? fetched.message : ''
    return { type: 'refused', message: message === '' ? t().join.refused : message }
  }

  return {
    slug,
    load,
    connection: part((seen) => seen.connection),
    board,
    frame: createSteady(() => board().frame),
    session: createKeyed(() => board().sessions),
    room: createKeyed(() => board().rooms),
    slot: createKeyed(() => board().slots),
    isPending: (sessionId) => pendingById(sessionId) === true,
    confirmed,
    pending,
    entries: part((seen) => seen.entries),
    people: part((seen) => seen.people),
    counts,
    stars: createMemo(() => shownStars(stars())),
    here: part((seen) => seen.here),
    you,
    isKnown: part((seen) => seen.isKnown),
    now,
    freshAt: part((seen) => seen.freshAt),
    context,
    send: async (command) => {
      void loadRules()
      const answer = await sync.send(command)
      if (answer.type === 'accepted' || answer.refusal.message !== '') return answer
      const message = answer.refusal.code === 'too-late' ? t().tooLate : t().tooLong
      return { ...answer, refusal: { ...answer.refusal, message } }
    },
    star: sync.star,
    join: async (name) => joined(await postJoin(slug, name, language())),
    rename: async (name) => joined(await patchName(slug, name, language())),
    becomeFacilitator: async (secret) => joined(await postSecret(slug, secret, language())),
  }
}
