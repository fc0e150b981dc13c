import type { Command } from '../../shared/commands/command.schema.ts'
import { commonText } from '../../shared/common-text.ts'
import type { Entry } from '../../shared/events.ts'
import type { CommandId, SessionId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import { limits } from '../../shared/limits.ts'
import { type Person, PROTOCOL, type RefusalJson, type ServerMessage, type Snapshot } from '../../shared/protocol.ts'
import { waitBefore } from './back-off.ts'
import { addPending, applyEntries, dropPending, lateClaims } from './board-store.ts'
import { type ConnectionParts, makeConnection } from './connection.ts'
import type { Answer, Pending, SendOptions } from './forum-store.ts'
import { emptyView, type ForumView, noTrouble, withCounts, withPeople, withSnapshot, withYou } from './forum-view.ts'
import type { Fetched } from './http.ts'
import { ownRefusal } from './own-refusal.ts'
import type { Resumed } from './resumed.ts'
import { answerStar, type PendingStar, shownStars } from './star-store.ts'
import { watchNames } from './watch-names.ts'
import { withEntries } from './with-entries.ts'

export interface ForumSyncParts extends Pick<ConnectionParts, 'open' | 'timers' | 'clock' | 'random' | 'unpack'> {
  /** What is known already: a snapshot that came before this code, or the device's own copy. */
  readonly view?: ForumView
  readonly fetchSnapshot: () => Promise<Fetched<Snapshot>>
  /** A new UUID. */
  readonly newId: () => CommandId
  /** Of the refusals that the server words. */
  readonly language: () => Language
  readonly onView: (view: ForumView) => void
  /** These are not sent, for they waited too long; told before their refusal. */
  readonly onLate?: (late: readonly Pending[]) => void
}

/** One forum kept in step with the server, without a screen. */
export interface ForumSync {
  readonly view: () => ForumView
  send(command: Command, options?: SendOptions): Promise<Answer>
  star(sessionId: SessionId, on: boolean): Promise<RefusalJson | undefined>
  /** Takes up what waited, before all that was asked for since; sent at once where the line is live. */
  resume(resumed: Resumed): void
  /** The device has another identity now: greets the server again with it. */
  becomes(you: Person): void
  /** A snapshot that was asked for before this began; an older one than what is held is left. */
  offer(snapshot: Snapshot): void
  /** Whether somebody answers in the server's place. */
  sawPortal(isPortal: boolean): void
  /** The network or the page came back. */
  nudge(): void
  stop(): void
}

/** Bytes; a longer frame would end the line, and again each time it is sent. */
const longestCommand = limits.frameBytes - 200

/** Snapshot by HTTP first, then the socket; what waits is sent again after each welcome, in order, under the same id. */
export const makeForumSync = (parts: ForumSyncParts): ForumSync => {
  const { clock, timers } = parts
  const answers = new Map<CommandId, (answer: Answer) => void>()
  const starAnswers = new Map<CommandId, (refusal: RefusalJson | undefined) => void>()
  let view = parts.view ?? emptyView
  let fetching = false
  let fetches = 0
  let retrying = false
  let cancelRetry = () => {}

  const show = (next: ForumView) => {
    view = next
    parts.onView(view)
  }
  const refuse = (ids: ReadonlySet<CommandId>, refusal: RefusalJson) => {
    show({ ...view, state: dropPending(view.state, ids) })
    for (const id of ids) {
      answers.get(id)?.({ type: 'refused', refusal })
      answers.delete(id)
    }
  }
  const settleStar = (id: CommandId, on: boolean | null, refusal?: RefusalJson) => {
    const star = view.stars.pending.find((pending) => pending.id === id)
    if (star === undefined) return
    show({ ...view, stars: answerStar(view.stars, id, star.sessionId, on) })
    starAnswers.get(id)?.(refusal)
    starAnswers.delete(id)
  }

  /** Something sent here was no message for this server. It is not known which; sent again, it would end every line. */
  const giveUp = (message: string) => {
    const refusal = ownRefusal('not-saved', message)
    refuse(new Set(view.state.pending.map(({ id }) => id)), refusal)
    for (const { id } of view.stars.pending) settleStar(id, null, refusal)
  }

  const fold = (entries: readonly Entry[]) => {
    const applied = applyEntries(view.state, entries)
    const fresh = applied.type === 'applied' ? applied.fresh : []
    show({ ...withEntries(view, fresh, applied.state.confirmed), state: applied.state })
    for (const entry of applied.answered) {
      answers.get(entry.commandId)?.({ type: 'accepted', entry })
      answers.delete(entry.commandId)
    }
    if (applied.type === 'gap') void takeSnapshot()
    else seeNames(fresh)
  }

  const hear = (message: ServerMessage) => {
    view = { ...view, freshAt: clock.now() }
    switch (message.type) {
      case 'welcome':
        fetches = 0
        view = { ...withYou(view, message.you), isPortal: false, trouble: noTrouble }
        view = { ...view, stars: { ...view.stars, confirmed: new Set(message.stars) } }
        return message.epoch === view.state.epoch ? fold(message.entries) : void takeSnapshot()
      case 'entries':
        return fold(message.entries)
      case 'refused':
        refuse(new Set([message.commandId]), message.refusal)
        return settleStar(message.commandId, null, message.refusal)
      case 'starred':
        show(withCounts(view, { [message.sessionId]: message.count }))
        return settleStar(message.id, message.on)
      case 'people':
        return show(withPeople(view, message.people, message.gone))
      case 'you':
        return show({ ...view, you: message.you })
      case 'counts':
        return show(withCounts(view, message.counts))
      case 'presence':
        return show({ ...view, here: message.here })
      case 'trouble':
        return show({ ...view, trouble: { readOnly: message.readOnly, mismatch: message.mismatch } })
      case 'resync':
        return void takeSnapshot()
      case 'malformed':
        return giveUp(message.message)
      case 'pong':
      case 'goodbye':
        return show(view)
      default:
        return message satisfies never
    }
  }

  const sendCommand = ({ id, command, reason }: Pending) =>
    connection.send({ type: 'command', id, command, ...(reason === undefined ? {} : { reason }) })
  const sendStar = ({ id, sessionId, on }: PendingStar) => connection.send({ type: 'star', id, sessionId, on })
  /** Sends what waits, but for claims that waited too long. */
  const deliver = (commands: readonly Pending[], stars: readonly PendingStar[]) => {
    const late = lateClaims({ ...view.state, pending: commands }, clock.now())
    if (late.length > 0) {
      parts.onLate?.(late)
      refuse(new Set(late.map(({ id }) => id)), ownRefusal('too-late'))
    }
    for (const each of commands) if (!late.includes(each)) sendCommand(each)
    stars.forEach(sendStar)
  }

  const connection = makeConnection({
    ...parts,
    common: () => commonText(view.state.confirmed),
    hello: () => {
      const { epoch, seq } = view.state
      if (view.load !== 'ready' || fetching) return null
      return { type: 'hello', protocol: PROTOCOL, epoch, seq, language: parts.language() }
    },
    onMessage: hear,
    onState: (state) => {
      show({ ...view, connection: state })
      if (state.type === 'live') deliver(view.state.pending, view.stars.pending)
    },
  })

  const takeSnapshot = async () => {
    if (fetching) return
    fetching = true
    retrying = false
    cancelRetry()
    connection.pause()
    const fetched = await parts.fetchSnapshot()
    fetching = false
    if (fetched.type === 'missing') return show({ ...view, load: 'missing' })
    const wait = fetches < 2 && fetched.type === 'ok' ? 0 : waitBefore(fetches, parts.random)
    fetches += 1
    if (fetched.type !== 'ok') {
      const isPortal = fetched.type === 'failed' && fetched.isPortal === true
      const load = view.load === 'ready' ? 'ready' : 'failed'
      retrying = true
      show({ ...view, load, isPortal, connection: { type: 'waiting', until: clock.now() + wait } })
      cancelRetry = timers.after(wait, () => void takeSnapshot())
      return
    }
    clock.hear(fetched.value.serverTime)
    show(withSnapshot(view, fetched.value, clock.now()))
    // A server that answers each greeting with "take the snapshot again" must not be asked without pause.
    if (wait === 0) connection.restart()
    else cancelRetry = timers.after(wait, connection.restart)
  }
  const seeNames = watchNames(timers, () => view, takeSnapshot)
  if (view.load === 'ready') connection.restart()
  else void takeSnapshot()

  return {
    view: () => view,
    send: (command, options = {}) => {
      const id = parts.newId()
      const bytes = new TextEncoder().encode(JSON.stringify(command)).length
      if (bytes > longestCommand) return Promise.resolve({ type: 'refused', refusal: ownRefusal('too-many') })
      const answer = new Promise<Answer>((resolve) => answers.set(id, resolve))
      const pending: Pending = { id, command, since: clock.now(), by: view.you?.id, ...options }
      show({ ...view, state: addPending(view.state, pending) })
      sendCommand(pending)
      return answer
    },
    star: (sessionId, on) => {
      if (shownStars(view.stars).has(sessionId) === on) return Promise.resolve(undefined)
      const star: PendingStar = { id: parts.newId(), sessionId, on, by: view.you?.id }
      const answer = new Promise<RefusalJson | undefined>((resolve) => starAnswers.set(star.id, resolve))
      show({ ...view, stars: { ...view.stars, pending: [...view.stars.pending, star] } })
      sendStar(star)
      return answer
    },
    resume: ({ commands, stars, onAnswer }) => {
      for (const { id } of commands) answers.set(id, (answer) => onAnswer(id, answer))
      for (const { id } of stars) {
        starAnswers.set(id, (refusal) => onAnswer(id, refusal && { type: 'refused', refusal }))
      }
      const pending = [...commands, ...view.state.pending]
      const allStars = { ...view.stars, pending: [...stars, ...view.stars.pending] }
      show({ ...view, state: { ...view.state, pending }, stars: allStars })
      if (connection.state().type === 'live') deliver(commands, stars)
    },
    becomes: (you) => {
      show(withPeople(withYou(view, you), [you], []))
      connection.restart()
    },
    offer: (snapshot) => {
      const isOld = snapshot.epoch === view.state.epoch && snapshot.seq <= view.state.seq
      if (isOld || connection.state().type === 'live') return
      clock.hear(snapshot.serverTime)
      show(withSnapshot(view, snapshot, clock.now()))
    },
    sawPortal: (isPortal) => isPortal !== view.isPortal && show({ ...view, isPortal }),
    nudge: () => {
      if (retrying) void takeSnapshot()
      else connection.nudge()
    },
    stop: () => {
      cancelRetry()
      connection.stop()
    },
  }
}
