import type { ForumSlug } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { Snapshot } from '../../shared/protocol.ts'
import { viewOfCopy } from './board-copy.ts'
import { openBrowserSocket } from './browser-socket.ts'
import type { DeviceDatabase } from './device-database.ts'
import type { ForumStore } from './forum-store.ts'
import type { ForumView } from './forum-view.ts'
import { ask, type Fetched, fetchSnapshot } from './http.ts'
import { type CopyKeeper, keepCopy } from './keep-copy.ts'
import { type ForumSync, makeForumSync } from './make-forum-sync.ts'
import { newId } from './new-id.ts'
import { makeOutbox, type Outbox, type Told } from './outbox.ts'
import { memoryOutbox } from './outbox-store.ts'
import type { ServerClock } from './server-clock.ts'
import { browserTimers } from './timers.ts'
import { canUnpack, unpack } from './unpack.ts'
import { whenBack, whenGoing } from './when-back.ts'

/** A forum whose page is open: what says how things ended when the page that asked is gone. */
export interface LiveForum {
  readonly store: ForumStore
  readonly outbox: Outbox
  /** Hears of each, those that came before too. One listener. */
  onTold(listener: (told: Told) => void): void
}

export interface LiveParts {
  readonly slug: ForumSlug
  readonly clock: ServerClock
  readonly language: () => Language
  readonly store: ForumStore
  /** The snapshot that the page asked for as it began. */
  readonly first: Promise<Fetched<Snapshot>>
  /** What the page shows by now. */
  readonly shown: () => ForumView
  readonly onView: (view: ForumView) => void
}

export interface Live {
  readonly sync: ForumSync
  stop(): void
}

const followers = new Set<(forum: LiveForum) => () => void>()
const forums = new Map<LiveForum, (() => void)[]>()

/** Calls `follow` for each forum that is open or will be; what it gives back is called when the forum is left. */
export const followForums = (follow: (forum: LiveForum) => () => void): void => {
  followers.add(follow)
  for (const [forum, leaving] of forums) leaving.push(follow(forum))
}

type Kept = Pick<DeviceDatabase, 'outbox' | 'copies'>

/** For as long as the page lives, where the browser keeps nothing. */
const keptNowhere = (): Kept => ({
  outbox: memoryOutbox(),
  copies: { read: async () => null, write: async () => undefined },
})

let opened: Promise<Kept> | undefined

/** The database of this device; or what stands in for it, where there is none to be had. */
const deviceDatabase = (): Promise<Kept> => {
  opened ??= import('./device-database.ts').then((code) => code.openDeviceDatabase()).catch(keptNowhere)
  return opened
}

/** Begins to open the database: where everything comes from the device, the board's copy is what a page waits for. */
export const warmUp = (): void => void deviceDatabase()

/** Usable at once: the line to the server does not wait for a database to open. */
const whenOpened = (kept: Promise<Kept>): Kept => ({
  outbox: {
    all: async (slug) => (await kept).outbox.all(slug),
    put: async (waiting) => (await kept).outbox.put(waiting),
    remove: async (id) => (await kept).outbox.remove(id),
  },
  copies: {
    read: async (slug) => (await kept).copies.read(slug),
    write: async (copy) => (await kept).copies.write(copy),
  },
})

const heard = (): { readonly tell: (told: Told) => void; readonly onTold: LiveForum['onTold'] } => {
  let waiting: Told[] = []
  let listener: ((told: Told) => void) | null = null
  return {
    tell: (told) => (listener === null ? void waiting.push(told) : listener(told)),
    onTold: (next) => {
      listener = next
      const earlier = waiting
      waiting = []
      earlier.forEach(next)
    },
  }
}

/** Milliseconds: how often at most it is asked whether somebody answers in the server's place. */
const portalPause = 4000

/**
 * Brings a forum to life: the line to the server, what waits on this device, and its own copy of the board, which is shown
 * at once where the server has not answered yet.
 */
export const goLive = async (parts: LiveParts): Promise<Live> => {
  const { slug, clock, language, first, store } = parts
  const device = whenOpened(deviceDatabase())
  const copy = parts.shown().load === 'ready' ? null : await device.copies.read(slug).catch(() => null)
  const kept = copy === null || parts.shown().load === 'ready' ? null : viewOfCopy(copy, Date.now())
  if (kept !== null) {
    clock.hear(kept.now)
    parts.onView(kept.view)
  }

  let isFirst = true
  let askedAt = Number.NEGATIVE_INFINITY
  const { tell, onTold } = heard()
  // The line begins to speak as it is made, before there is an outbox to listen.
  let outbox: Outbox | null = null
  let keeper: CopyKeeper | null = null
  const sync = makeForumSync({
    open: openBrowserSocket(slug),
    ...(canUnpack() && { unpack }),
    timers: browserTimers,
    clock,
    random: Math.random,
    newId,
    language,
    view: parts.shown(),
    fetchSnapshot: () => {
      const begun = isFirst ? first : fetchSnapshot(slug, language())
      isFirst = false
      return begun
    },
    onView: (view) => {
      const wasKnown = parts.shown().isKnown ? parts.shown().you?.id : null
      parts.onView(view)
      outbox?.see(view)
      keeper?.see(view)
      if (view.isKnown && wasKnown !== view.you?.id) void outbox?.look()
      if (view.connection.type === 'waiting') void lookForPortal()
    },
    onLate: (late) => outbox?.keepLate(late),
  })
  const lookForPortal = async () => {
    if (performance.now() - askedAt < portalPause) return
    askedAt = performance.now()
    const answer = await ask('/api/health', language())
    sync.sawPortal(answer.type === 'failed' && answer.isPortal === true)
  }
  outbox = makeOutbox({
    slug,
    store: device.outbox,
    sync,
    now: clock.now,
    deviceNow: Date.now,
    onTold: tell,
  })
  keeper = keepCopy(slug, device.copies, browserTimers, clock.now, Date.now)
  outbox.see(sync.view())
  void outbox.look()
  if (kept !== null) void first.then((late) => late.type === 'ok' && sync.offer(late.value))

  const forum: LiveForum = { store, outbox, onTold }
  forums.set(
    forum,
    [...followers].map((follow) => follow(forum)),
  )
  const backs = whenBack(() => {
    sync.nudge()
    void outbox.look()
  })
  const goes = whenGoing(keeper.hurry)
  return {
    sync,
    stop: () => {
      for (const leave of forums.get(forum) ?? []) leave()
      forums.delete(forum)
      backs()
      goes()
      keeper.hurry()
      sync.stop()
    },
  }
}
