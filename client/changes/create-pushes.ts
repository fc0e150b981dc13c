import { type Accessor, createEffect, on, onCleanup, untrack } from 'solid-js'
import type { PersonId, SessionId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import { hostsOf } from '../../shared/together.ts'
import { useForum } from '../sync/forum-context.tsx'
import { makeFresh } from '../sync/make-fresh.ts'
import { useHeardAway } from '../ui/heard-away.ts'
import { useNotices } from '../ui/notices.ts'
import { type Difference, differences, type Look, type Seen } from './look.ts'
import { keepLook, readLook } from './look-store.ts'
import { type Concern, concerning, explained, type Push, pushesOf } from './pushed.ts'
import { touchedBy } from './touched-by.ts'
import { useSayPushes } from './use-say-pushes.ts'

/** Milliseconds within which what happens is told as one. */
const joined = 60_000

/** What is being told: from where each thing started, and what is known of who did it. */
interface Telling {
  readonly key: string
  readonly since: Instant
  readonly start: Look
  readonly pushes: ReadonlyMap<SessionId, Push>
}

/** Tells of what others do with what one hosts or starred: at once, joined within a minute, the last state only. */
export const createPushes = (current: Accessor<Look>): void => {
  const forum = useForum()
  const say = useSayPushes()
  const keyOf = (concern: Concern, you: PersonId) => `told ${concern} ${forum.slug} ${you}`
  let told: Look | null = null
  let toldTo: PersonId = ''
  const freshOf = makeFresh()
  let telling: Telling | null = null
  const concerns = new Map<SessionId, Concern>()
  const heardAway = useHeardAway(forum)
  const notices = useNotices()

  const concernNow = (sessionId: SessionId): Concern | null => {
    const session = forum.confirmed().sessions.get(sessionId)
    if (session === undefined) return concerns.get(sessionId) ?? null
    if (hostsOf(forum.confirmed(), session).includes(toldTo)) return 'hosted'
    return forum.stars().has(sessionId) ? 'starred' : null
  }

  /** What this device told this person last; nothing is news to somebody new. */
  const begin = (you: PersonId, now: Look): Look => {
    toldTo = you
    telling = null
    concerns.clear()
    const kept = new Map<SessionId, Seen>()
    for (const concern of ['starred', 'hosted'] as const) {
      for (const [id, seen] of readLook(localStorage, keyOf(concern, you))?.look ?? []) {
        kept.set(id, seen)
        concerns.set(id, concern)
      }
    }
    return kept.size === 0 ? now : kept
  }

  const keep = (look: Look) => {
    const at = forum.now()
    for (const concern of ['hosted', 'starred'] as const) {
      const concerned = concerning(look, (id) => (concernNow(id) === concern ? concern : null))
      for (const id of concerned.keys()) concerns.set(id, concern)
      keepLook(localStorage, keyOf(concern, toldTo), { at, look: concerned })
    }
  }

  const tell = (changed: readonly Difference[], before: Look, now: Look) => {
    const fresh = freshOf(forum.entries())
    const pushes = pushesOf(changed, fresh, toldTo, concernNow, forum.seq())
    const open: Telling | null = telling !== null && forum.now() - telling.since < joined ? telling : null
    // What one does oneself since then settles what was told.
    const settled = new Set(fresh.filter(({ by }) => by === toldTo).flatMap(touchedBy))
    const isSettled = open !== null && [...open.pushes.keys()].some((id) => settled.has(id))
    if (pushes.length === 0 && !isSettled) return
    const base = open ?? { key: `changes ${forum.now()}`, since: forum.now(), start: before, pushes: new Map() }
    const all = new Map<SessionId, Push>([...base.pushes].filter(([id]) => !settled.has(id)))
    for (const push of pushes) all.set(push.difference.sessionId, push)
    sayAll({ ...base, pushes: explained(all, untrack(heardAway), toldTo) ?? all }, now)
  }

  const sayAll = (next: Telling, now: Look) => {
    telling = next
    // From where it was when this began to where it is now; what is back again is not worth a word.
    const whole = differences(next.start, now).flatMap((difference) => {
      const push = next.pushes.get(difference.sessionId)
      return push === undefined ? [] : [{ ...push, difference }]
    })
    say(next.key, whole)
  }

  createEffect(
    on([current, forum.isKnown, () => forum.you()?.id, forum.stars], ([now, isKnown, you]) => {
      if (!isKnown || you === undefined) return
      const before = told === null || you !== toldTo ? begin(you, now) : told
      told = now
      const changed = before === now ? [] : differences(before, now)
      tell(changed, before, now)
      keep(now)
    }),
  )
  // What was told without who did it is told anew, where it is still being said.
  createEffect(
    on(
      heardAway,
      (heard) => {
        const open = telling
        const pushes = open === null ? null : explained(open.pushes, heard, toldTo)
        if (open === null || pushes === null || !untrack(notices).some(({ key }) => key === open.key)) return
        sayAll({ ...open, pushes }, untrack(current))
      },
      { defer: true },
    ),
  )
  onCleanup(() => {
    telling = null
  })
}
