import { createComponent, createRoot, createSignal } from 'solid-js'
import { beforeEach, expect, test, vi } from 'vitest'
import { createLook, createLooks, type Looks } from '../../../client/changes/create-looks.ts'
import { ForumProvider } from '../../../client/sync/forum-context.tsx'
import type { ForumStore } from '../../../client/sync/forum-store.ts'
import type { Board } from '../../../shared/board.ts'
import type { Entry } from '../../../shared/events.ts'
import { before, build, by, claim, propose, proposed, sessionId } from '../../support/boards.ts'
import { memoryStorage } from '../support/memory-storage.ts'

beforeEach(() => {
  vi.stubGlobal('localStorage', memoryStorage())
})

/** The looks of Ana's page, whose board and clock are set by hand. */
const openPage = (board: Board) => {
  const [confirmed, setConfirmed] = createSignal(board)
  const [entries, setEntries] = createSignal<readonly Entry[]>([])
  const [now, setNow] = createSignal(before)
  const you = () => ({ id: 'ana', name: 'Ana', role: 'participant' })
  // They read nothing else of their forum.
  const forum = { slug: 'essai', confirmed, entries, now, you, isKnown: () => true } as unknown as ForumStore
  const made: Looks[] = []
  createRoot(() =>
    createComponent(ForumProvider, {
      value: forum,
      get children() {
        made.push(createLooks(createLook()))
        return undefined
      },
    }),
  )
  const [looks] = made
  if (looks === undefined) throw new Error('no looks')
  return {
    looks,
    told: () => looks.changes().map(({ title, type }) => `${title} ${type}`),
    show: (next: Board, at: number, entry?: Entry) => {
      setNow(at)
      setConfirmed(next)
      if (entry !== undefined) setEntries((all) => [...all, entry])
    },
  }
}

const placed = build(proposed, [[by('ana'), claim(1, 'b101', 's1')]])
const fresh = build(placed, [[by('chloe'), propose(3)]])
const newer = build(fresh, [[by('brieuc'), claim(2, 'b102', 's1')]])

test('U36 what changes while the list is read is not on it, and is told after it is closed', () => {
  const { looks, told, show } = openPage(placed)
  expect(told()).toEqual([])
  show(fresh, before + 1)
  expect(looks.open().map(({ title }) => title)).toEqual(['Sujet 3'])
  show(newer, before + 2)
  looks.see()
  expect([told(), looks.since()]).toEqual([['Sujet 2 placed'], before + 1])
  looks.open()
  looks.see()
  expect([told(), looks.since()]).toEqual([[], before + 2])
})

test('U36 what one does oneself while the list is open counts as seen when it is closed', () => {
  const { looks, told, show } = openPage(placed)
  show(fresh, before + 1)
  looks.open()
  const events = [{ type: 'session-released', sessionId: sessionId(1) }] as const
  const released = build(newer, [[by('ana'), { type: 'release', sessionId: sessionId(1) }]])
  show(released, before + 2, { seq: 9, at: before + 2, by: 'ana', events } as unknown as Entry)
  looks.see()
  expect(told()).toEqual(['Sujet 2 placed'])
})
