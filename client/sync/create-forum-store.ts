import { type Accessor, batch, createEffect, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js'
import type { Context } from '../../shared/context.ts'
import type { ForumSlug } from '../../shared/ids.ts'
import type { Person, Snapshot } from '../../shared/protocol.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { useWords } from '../i18n/words.ts'
import { createKeyed } from './create-keyed.ts'
import { createSteady } from './create-steady.ts'
import { createTick } from './create-tick.ts'
import type { ForumStore, Joined } from './forum-store.ts'
import { emptyView, type ForumView, withSnapshot } from './forum-view.ts'
import { type Fetched, fetchSnapshot, patchName, postJoin, postSecret } from './http.ts'
import type { Live } from './live.ts'
import { loadRules, useRules } from './rules.ts'
import { makeServerClock } from './server-clock.ts'
import { shownCounts, shownStars } from './star-store.ts'
import { browserTimers } from './timers.ts'
import { allVotes } from './votes.ts'

/** After what is being drawn now. */
const whenIdle = (act: () => void): void => {
  if ('requestIdleCallback' in window) window.requestIdleCallback(act, { timeout: 2000 })
  else setTimeout(act, 300)
}

const after = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** What was just shown is on the screen. */
const drawn = (): Promise<void> =>
  Promise.race([after(300), new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)))])

/** Milliseconds that a board may take to come before this device's copy is looked for. */
const patience = 800

/** The code of the line, asked for until it comes: a lost network must not lose it for good. */
const loadLive = async (): Promise<typeof import('./live.ts')> => {
  for (;;) {
    try {
      return await import('./live.ts')
    } catch {
      await after(2000)
    }
  }
}

/** A forum kept in step with the server for the screens of one page; stops with its owner. */
export const createForumStore = (slug: ForumSlug): ForumStore => {
  const language = useLanguage()
  const t = useWords()
  const rules = useRules()
  const clock = makeServerClock(browserTimers, Date.now())
  const [view, setView] = createSignal<ForumView>(emptyView)
  const show = (next: ForumView) => batch(() => setView(next))
  let live: Live | null = null
  let isLeft = false
  onCleanup(() => {
    isLeft = true
    live?.stop()
  })

  const part = <T>(read: (view: ForumView) => T): Accessor<T> => createSteady(() => read(view()))
  const now = createTick(clock, browserTimers)
  const you = part((seen) => seen.you)
  const stars = part((seen) => seen.stars)
  const heardCounts = part((seen) => seen.counts)
  const counts = createMemo(() => shownCounts(heardCounts(), stars()))
  const confirmed = part((seen) => seen.state.confirmed)
  const pending = part((seen) => seen.state.pending)
  const votesBefore = part((seen) => seen.votesBefore)
  const all = createMemo(() => allVotes(confirmed(), counts()))
  const context = createMemo<Context>(() => {
    const [known, before] = [counts(), votesBefore()]
    const actor = { personId: you()?.id ?? '', role: you()?.role ?? 'participant' }
    now()
    return {
      actor,
      // To the millisecond, not to the tick: a door that opened within this second is open.
      get now() {
        return clock.now()
      },
      interest: (id) => known.get(id) ?? 0,
      votes: { all: all(), before: (id) => before[id] ?? 0 },
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

  const joined = async (fetched: Fetched<{ person: Person }>): Promise<Joined> => {
    if (fetched.type === 'ok') {
      const { sync } = await ready
      sync.becomes(fetched.value.person)
      return { type: 'joined' }
    }
    const message = fetched.type === 'refused' ? fetched.message : ''
    return { type: 'refused', message: message === '' ? t().join.refused : message }
  }

  const store: ForumStore = {
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
    epoch: part((seen) => seen.state.epoch),
    seq: part((seen) => seen.state.seq),
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
    isPortal: part((seen) => seen.isPortal),
    trouble: part((seen) => seen.trouble),
    context,
    send: async (command, options) => {
      void loadRules()
      const answer = await (live ?? (await ready)).sync.send(command, options)
      if (answer.type === 'accepted' || answer.refusal.message !== '') return answer
      const message = answer.refusal.code === 'too-late' ? t().tooLate : t().tooLong
      return { ...answer, refusal: { ...answer.refusal, message } }
    },
    star: async (sessionId, on) => (live ?? (await ready)).sync.star(sessionId, on),
    join: async (name) => joined(await postJoin(slug, name, language())),
    rename: async (name) => joined(await patchName(slug, name, language())),
    becomeFacilitator: async (secret) => joined(await postSecret(slug, secret, language())),
  }

  const first = fetchSnapshot(slug, language())
  const begin = async (): Promise<Live> => {
    // Reading needs no more than the snapshot; where there is none in time, the device's own copy may do.
    await Promise.race([first.then(showFirst), after(patience)])
    const { goLive } = await loadLive()
    live = await goLive({ slug, clock, language, store, first, shown: () => untrack(view), onView: show })
    if (isLeft) live.stop()
    return live
  }
  const showFirst = async (fetched: Fetched<Snapshot>): Promise<void> => {
    if (untrack(view).load !== 'loading') return
    if (fetched.type === 'missing') show({ ...emptyView, load: 'missing' })
    if (fetched.type === 'ok') {
      clock.hear(fetched.value.serverTime)
      show(withSnapshot(emptyView, fetched.value, clock.now()))
      await drawn()
    } else {
      // Without its code the page can show no copy either.
      void after(patience).then(() => live === null && show({ ...untrack(view), load: 'failed' }))
    }
  }
  const ready = begin()
  return store
}
