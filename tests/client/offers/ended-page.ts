import { createComponent, createRoot, createSignal } from 'solid-js'
import { vi } from 'vitest'
import { ForumProvider } from '../../../client/sync/forum-context.tsx'
import type { Connection, ForumStore } from '../../../client/sync/forum-store.ts'
import type { Board } from '../../../shared/board.ts'
import type { Entry } from '../../../shared/events.ts'
import { PROTOCOL } from '../../../shared/protocol.ts'
import { before } from '../../support/boards.ts'
import { memoryStorage } from '../support/memory-storage.ts'

/** What a browser gives to a page, as far as it is read here. One device: the pages share what it keeps. */
export const device = memoryStorage()
const wholeWindow = Object.assign(new EventTarget(), {
  location: { pathname: '/essai', search: '', hash: '', href: 'http://localhost/essai' },
})
const wholeDocument = Object.assign(new EventTarget(), { visibilityState: 'visible' })

/** A line that was opened to ask what was missed; it is answered by hand. */
export interface Asked {
  /** The entry after which it asks. */
  readonly since: number
  answer(entries: readonly Entry[], seq: number): Promise<void>
  lose(): Promise<void>
}
export const asked: Asked[] = []

class HandLine extends EventTarget {
  static readonly OPEN = 1
  readonly readyState = HandLine.OPEN
  constructor() {
    super()
    queueMicrotask(() => this.dispatchEvent(new Event('open')))
  }
  send(text: string): void {
    const { seq: since, epoch } = JSON.parse(text)
    const said = (message: object) => this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }))
    asked.push({
      since,
      answer: async (entries, seq) => {
        said({ type: 'welcome', you: null, stars: [], serverTime: 0, protocol: PROTOCOL, epoch, seq, entries })
        await vi.advanceTimersByTimeAsync(0)
      },
      lose: async () => {
        this.dispatchEvent(new Event('close'))
        await vi.advanceTimersByTimeAsync(0)
      },
    })
  }
  close(): void {
    // Nobody is at the other end.
  }
}

vi.stubGlobal('localStorage', device)
vi.stubGlobal('window', wholeWindow)
vi.stubGlobal('document', wholeDocument)
vi.stubGlobal('WebSocket', HandLine)

/** Whether the page is in front. */
export const turn = (visibilityState: 'visible' | 'hidden'): void => {
  wholeDocument.visibilityState = visibilityState
  wholeDocument.dispatchEvent(new Event('visibilitychange'))
}

/** Another page of this device kept something else. */
export const elsewhere = (change: () => void): void => {
  change()
  wholeWindow.dispatchEvent(Object.assign(new Event('storage'), { key: null }))
}

/** Everything that a page of Ana's hears, by hand. */
export const openPage = async (board: Board, seq: number) => {
  const { offersWords } = await import('../../../client/i18n/offers.ts')
  const { createEnded } = await import('../../../client/offers/create-ended.ts')
  const { useEndings } = await import('../../../client/offers/endings.ts')
  const { useNotices, dropNotice } = await import('../../../client/ui/notices.ts')
  await offersWords.ready()
  for (const { key } of useNotices()()) dropNotice(key)
  const [confirmed, setConfirmed] = createSignal(board)
  const [place, setPlace] = createSignal({ epoch: 'e', seq })
  const [connection, setConnection] = createSignal<Connection>({ type: 'live' })
  const [entries, setEntries] = createSignal<readonly Entry[]>([])
  const [now, setNow] = createSignal(before)
  const [freshAt, setFreshAt] = createSignal(before)
  const [you, setYou] = createSignal({ id: 'ana', name: 'Ana', role: 'participant' as const })
  // It reads nothing else of its forum.
  const forum = {
    slug: 'essai',
    confirmed,
    epoch: () => place().epoch,
    seq: () => place().seq,
    connection,
    entries,
    now,
    freshAt,
    you,
    isKnown: () => true,
    people: () => new Map([['brieuc', { id: 'brieuc', name: 'Brieuc', role: 'participant' }]]),
  } as unknown as ForumStore
  const leave = createRoot((end) => {
    createComponent(ForumProvider, {
      value: forum,
      get children() {
        createEnded()
        return undefined
      },
    })
    return end
  })
  const plain = (text: string) => text.replaceAll('\u00a0', ' ')
  return {
    leave,
    /** The line brings an entry, and the board with it. */
    hear: (next: Board, entry: Entry) => {
      setEntries((all) => [...all, entry])
      setPlace(({ epoch }) => ({ epoch, seq: entry.seq }))
      setConfirmed(next)
    },
    /** A board as it is by then, without what led to it. */
    show: (next: Board, at: number, epoch = 'e') => {
      setConnection({ type: 'connecting' })
      setPlace({ epoch, seq: at })
      setConfirmed(next)
      setConnection({ type: 'live' })
    },
    becomes: (id: string) => setYou({ id, name: id, role: 'participant' }),
    tick: (at: number) => setNow(at),
    /** The server was heard. */
    fresh: (at: number) => setFreshAt(at),
    said: () => useNotices()().map(({ text }) => plain(text)),
    listed: () => useEndings()().map(({ how }) => how),
    understand: () => useNotices()().at(-1)?.actions[0]?.act(),
    close: () => {
      for (const { key } of useNotices()()) dropNotice(key)
    },
  }
}
