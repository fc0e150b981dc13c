import type { Command } from '../../shared/commands/command.schema.ts'
import type { Entry } from '../../shared/events.ts'
import type { CommandId, PersonId, SessionId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import { limits } from '../../shared/limits.ts'
import { type Person, PROTOCOL, type RefusalJson, type ServerMessage, type Snapshot } from '../../shared/protocol.ts'
import { waitBefore } from './back-off.ts'
import { addPending, applyEntries, applySnapshot, dropPending, lateClaims } from './board-store.ts'
import { type ConnectionParts, makeConnection } from './connection.ts'
import type { Answer } from './forum-store.ts'
import { emptyView, type ForumView, peopleById, withCounts, withPeople } from './forum-view.ts'
import type { Fetched } from './http.ts'
import { answerStar, type PendingStar, shownStars } from './star-store.ts'

export interface ForumSyncParts extends Pick<ConnectionParts, 'open' | 'timers' | 'clock' | 'random'> {
  readonly fetchSnapshot: () => Promise<Fetched<Snapshot>>
  /** A new UUID. */
  readonly newId: () => CommandId
  /** Of the refusals that the server words. */
  readonly language: () => Language
  readonly onView: (view: ForumView) => void
}

/** One forum kept in step with the server, without a screen. */
export interface ForumSync {
  readonly view: () => ForumView
  send(command: Command): Promise<Answer>
  star(sessionId: SessionId, on: boolean): Promise<RefusalJson | undefined>
  /** The device has another identity now: greets the server again with it. */
  becomes(you: Person): void
  /** The network or the page came back. */
  nudge(): void
  stop(): void
}

/** A refusal that the phone gives itself; its words are the screen's. */
const ownRefusal = (code: RefusalJson['code'], message = ''): RefusalJson => ({
  code,
  message,
  findings: [],
  alternatives: [],
})

/** Bytes; a longer frame would end the line, and again each time it is sent. */
const longestCommand = limits.frameBytes - 200

/** Names are sent within a second of the entries that bear them; after this many milliseconds one is missing. */
const namesFollow = 2000

/** Entries kept for "who did what". */
const keptEntries = 500

/** Snapshot by HTTP first, then the socket; what waits is sent again after each welcome, in order, under the same id. */
export const makeForumSync = (parts: ForumSyncParts): ForumSync => {
  const { clock, timers } = parts
  const answers = new Map<CommandId, (answer: Answer) => void>()
  const starAnswers = new Map<CommandId, (refusal: RefusalJson | undefined) => void>()
  let view = emptyView
  let fetching = false
  let fetches = 0
  /** People whose names were asked for once: somebody erased has none. */
  const strangers = new Set<PersonId>()
  let cancelRetry = () => {}

  const show = (next: ForumView) => {
    view = next
    parts.onView(view)
  }

  const accept = (entries: readonly Entry[]) => {
    for (const entry of entries) {
      answers.get(entry.commandId)?.({ type: 'accepted', entry })
      answers.delete(entry.commandId)
    }
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
    show({ ...view, state: applied.state, entries: [...view.entries, ...fresh].slice(-keptEntries) })
    accept(applied.answered)
    if (applied.type === 'gap') void takeSnapshot()
    else if (fresh.some(isByStranger)) timers.after(namesFollow, () => void askForNames())
  }

  const isByStranger = ({ by }: Entry) => !view.people.has(by)
  /** A server that began anew while this phone was away no longer knows which names it missed. */
  const askForNames = () => {
    if (view.entries.some((entry) => isByStranger(entry) && !strangers.has(entry.by))) {
      for (const { by } of view.entries.filter(isByStranger)) strangers.add(by)
      void takeSnapshot()
    }
  }

  const hear = (message: ServerMessage) => {
    view = { ...view, freshAt: clock.now() }
    switch (message.type) {
      case 'welcome':
        fetches = 0
        view = { ...view, you: message.you, isKnown: true, stars: { ...view.stars, confirmed: new Set(message.stars) } }
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

  const sendStar = ({ id, sessionId, on }: PendingStar) => connection.send({ type: 'star', id, sessionId, on })

  const connection = makeConnection({
    ...parts,
    hello: () => {
      const { epoch, seq } = view.state
      if (view.load !== 'ready' || fetching) return null
      return { type: 'hello', protocol: PROTOCOL, epoch, seq, language: parts.language() }
    },
    onMessage: hear,
    onState: (state) => {
      show({ ...view, connection: state })
      if (state.type !== 'live') return
      const late = new Set(lateClaims(view.state, clock.now()).map(({ id }) => id))
      if (late.size > 0) refuse(late, ownRefusal('too-late'))
      for (const { id, command } of view.state.pending) connection.send({ type: 'command', id, command })
      view.stars.pending.forEach(sendStar)
    },
  })

  const takeSnapshot = async () => {
    if (fetching) return
    fetching = true
    cancelRetry()
    connection.pause()
    const fetched = await parts.fetchSnapshot()
    fetching = false
    if (fetched.type === 'missing') return show({ ...view, load: 'missing' })
    const wait = fetches < 2 && fetched.type === 'ok' ? 0 : waitBefore(fetches, parts.random)
    fetches += 1
    if (fetched.type !== 'ok') {
      if (view.load !== 'ready') show({ ...view, load: 'failed' })
      cancelRetry = timers.after(wait, () => void takeSnapshot())
      return
    }
    const { value } = fetched
    clock.hear(value.serverTime)
    show({
      ...view,
      load: 'ready',
      state: applySnapshot(view.state, value),
      people: peopleById(value.people),
      counts: new Map(Object.entries(value.counts)),
      freshAt: clock.now(),
    })
    // A server that answers each greeting with "take the snapshot again" must not be asked without pause.
    if (wait === 0) connection.restart()
    else cancelRetry = timers.after(wait, connection.restart)
  }
  void takeSnapshot()

  return {
    view: () => view,
    send: (command) => {
      const id = parts.newId()
      const bytes = new TextEncoder().encode(JSON.stringify(command)).length
      if (bytes > longestCommand) return Promise.resolve({ type: 'refused', refusal: ownRefusal('too-many') })
      const answer = new Promise<Answer>((resolve) => answers.set(id, resolve))
      show({ ...view, state: addPending(view.state, { id, command, since: clock.now() }) })
      connection.send({ type: 'command', id, command })
      return answer
    },
    star: (sessionId, on) => {
      if (shownStars(view.stars).has(sessionId) === on) return Promise.resolve(undefined)
      const star: PendingStar = { id: parts.newId(), sessionId, on }
      const answer = new Promise<RefusalJson | undefined>((resolve) => starAnswers.set(star.id, resolve))
      show({ ...view, stars: { ...view.stars, pending: [...view.stars.pending, star] } })
      sendStar(star)
      return answer
    },
    becomes: (you) => {
      show(withPeople({ ...view, you, isKnown: true }, [you], []))
      connection.restart()
    },
    nudge: () => {
      if (view.load === 'failed') void takeSnapshot()
      else connection.nudge()
    },
    stop: () => {
      cancelRetry()
      connection.stop()
    },
  }
}
