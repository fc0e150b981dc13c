import type { CommandId, ForumSlug } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { Answer, Pending } from './forum-store.ts'
import type { ForumView } from './forum-view.ts'
import type { ForumSync } from './make-forum-sync.ts'
import type { OutboxStore, Waiting } from './outbox-store.ts'
import { ownRefusal } from './own-refusal.ts'
import type { PendingStar } from './star-store.ts'

/** What came of something whose page is gone; undefined where a star was accepted. */
export interface Told {
  readonly waiting: Waiting
  readonly answer: Answer | undefined
}

export interface OutboxParts {
  readonly slug: ForumSlug
  readonly store: OutboxStore
  readonly sync: Pick<ForumSync, 'resume' | 'view'>
  /** Server time. */
  readonly now: () => Instant
  /** This device's own time. */
  readonly deviceNow: () => Instant
  /** Somebody has to be told, the page that asked being gone; for a refusal `too-late`, to be asked. */
  readonly onTold: (told: Told) => void
}

/** Keeps what has no answer yet, over the end of the page. */
export interface Outbox {
  /** Looks what was asked for and what was answered. */
  see(view: ForumView): void
  /** These are about to be refused as too late: they stay until the person has answered. */
  keepLate(pending: readonly Pending[]): void
  /** Takes up what an earlier page, or another one that is gone, left. */
  look(): Promise<void>
  /** The person still wants it. Does nothing where it was answered elsewhere. */
  again(id: CommandId): Promise<void>
  /** The person no longer wants it, or has asked anew. */
  forget(id: CommandId): void
  /** What the person is still to be asked about. */
  late(): readonly Waiting[]
}

/** Milliseconds, by the device's clock: what nobody came back for within this is forgotten. */
const longest = 7 * 24 * 3_600_000

const asPending = ({ id, since, by, act }: Waiting): readonly Pending[] =>
  act.type === 'command' ? [{ id, command: act.command, reason: act.reason, quiet: act.quiet, since, by }] : []
const asStar = ({ id, by, act }: Waiting): readonly PendingStar[] =>
  act.type === 'star' ? [{ id, sessionId: act.sessionId, on: act.on, by }] : []

/** What waits in a view, as the device keeps it; without those of a device that had no name. */
const waitingIn = (slug: ForumSlug, view: ForumView, now: Instant): readonly Omit<Waiting, 'place'>[] => {
  const commands = view.state.pending.flatMap(({ id, command, reason, quiet, since, by = '' }) =>
    by === ''
      ? []
      : [{ id, slug, by, since, isLate: false, act: { type: 'command', command, reason, quiet } as const }],
  )
  const stars = view.stars.pending.flatMap(({ id, sessionId, on, by = '' }) =>
    by === '' ? [] : [{ id, slug, by, since: now, isLate: false, act: { type: 'star', sessionId, on } as const }],
  )
  return [...commands, ...stars]
}

export const makeOutbox = ({ slug, store, sync, now, deviceNow, onTold }: OutboxParts): Outbox => {
  /** What this page shows as waiting, or asks about. */
  const known = new Map<CommandId, Waiting>()
  /** What was answered here: another page may still have it. */
  const done = new Set<CommandId>()
  let lastPlace = 0
  const quietly = (writing: Promise<void>) => void writing.catch(() => undefined)
  const put = (waiting: Waiting) => {
    known.set(waiting.id, waiting)
    quietly(store.put(waiting))
  }
  const drop = (id: CommandId) => {
    known.delete(id)
    done.add(id)
    quietly(store.remove(id))
  }
  const resume = (list: readonly Waiting[]) => {
    for (const each of list) known.set(each.id, each)
    sync.resume({
      commands: list.flatMap(asPending),
      stars: list.flatMap(asStar),
      onAnswer: (id, answer) => {
        const waiting = list.find((each) => each.id === id)
        if (waiting !== undefined) onTold({ waiting, answer })
      },
    })
  }

  return {
    see: (view) => {
      const waiting = waitingIn(slug, view, now())
      const ids = new Set(waiting.map(({ id }) => id))
      for (const each of waiting) {
        if (known.has(each.id)) continue
        lastPlace = Math.max(lastPlace + 1, deviceNow())
        put({ ...each, place: lastPlace })
      }
      for (const { id, isLate, by } of [...known.values()]) {
        // Somebody else has this device now: it waits for its own person, who is asked when they are back.
        if (by !== view.you?.id) known.delete(id)
        else if (!ids.has(id) && !isLate) drop(id)
      }
    },
    keepLate: (pending) => {
      for (const { id } of pending) {
        const waiting = known.get(id)
        if (waiting !== undefined) put({ ...waiting, isLate: true })
      }
    },
    look: async () => {
      const kept = await store.all(slug).catch(() => [])
      const { you, isKnown } = sync.view()
      if (!isKnown) return
      const fresh = kept.filter(({ id, by }) => by === you?.id && !known.has(id) && !done.has(id))
      const isOld = ({ place }: Waiting) => deviceNow() - place > longest
      for (const { id } of fresh.filter(isOld)) drop(id)
      const current = fresh.filter((each) => !isOld(each))
      for (const each of current.filter(({ isLate }) => isLate)) {
        known.set(each.id, each)
        onTold({ waiting: each, answer: { type: 'refused', refusal: ownRefusal('too-late') } })
      }
      const waiting = current.filter(({ isLate }) => !isLate)
      if (waiting.length > 0) resume(waiting)
    },
    again: async (id) => {
      const kept = await store.all(slug).catch(() => [...known.values()])
      const waiting = kept.find((each) => each.id === id && each.isLate && each.by === sync.view().you?.id)
      if (waiting === undefined) {
        known.delete(id)
        return
      }
      const renewed: Waiting = { ...waiting, since: now(), isLate: false }
      put(renewed)
      resume([renewed])
    },
    forget: (id) => {
      if (known.get(id)?.isLate === true) drop(id)
    },
    late: () => [...known.values()].filter(({ isLate }) => isLate),
  }
}
