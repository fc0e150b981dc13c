import { createComponent, createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Answered, createAnswer } from '../../../client/desk/create-answer.ts'
import { ForumProvider } from '../../../client/sync/forum-context.tsx'
import type { Connection, ForumStore } from '../../../client/sync/forum-store.ts'
import { type Board, emptyBoard } from '../../../shared/board.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

interface Question {
  readonly about: string
}
interface Asked {
  readonly about: string
  readonly signal: AbortSignal
  answer(said: string | null): Promise<void>
}

/** A page that asks a server whose answers are given by hand. */
const page = () => {
  const [confirmed, setConfirmed] = createSignal<Board>(emptyBoard)
  const [connection, setConnection] = createSignal<Connection>({ type: 'live' })
  const [question, setQuestion] = createSignal<Question | null>({ about: 'B101' })
  const asked: Asked[] = []
  // It reads nothing else of its forum.
  const forum = { confirmed, connection } as unknown as ForumStore
  const ask = ({ about }: Question, _board: Board, signal: AbortSignal): Promise<string | null> =>
    new Promise((resolve) => {
      const answer = async (said: string | null) => {
        resolve(said)
        await vi.advanceTimersByTimeAsync(0)
      }
      asked.push({ about, signal, answer })
    })
  let answered: (() => Answered<string>) | undefined
  const leave = createRoot((end) => {
    createComponent(ForumProvider, {
      value: forum,
      get children() {
        answered = createAnswer(question, ask)
        return undefined
      },
    })
    return end
  })
  return {
    asked,
    leave,
    wish: (about: string) => setQuestion({ about }),
    line: (type: 'live' | 'connecting') => setConnection({ type }),
    /** Somebody else does something. */
    change: () => setConfirmed((board) => ({ ...board })),
    pass: (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds),
    told: () => {
      const said = answered?.()
      return said?.type === 'answered' ? [said.answer, said.isOld ? 'old' : 'new'] : [said?.type]
    },
  }
}

test('U39 while others work the last answer stays, marked as being looked at again, until the next one is here', async () => {
  const { asked, told, change, pass, leave } = page()
  expect(told()).toEqual(['asking'])
  await pass(200)
  await asked[0]?.answer('first')
  expect(told()).toEqual(['first', 'new'])
  change()
  expect(told()).toEqual(['first', 'old'])
  await pass(2000)
  expect([asked.length, told()]).toEqual([2, ['first', 'old']])
  await asked[1]?.answer('second')
  expect(told()).toEqual(['second', 'new'])
  await pass(60_000)
  expect(asked.length).toBe(2)
  leave()
})

test('U39 twenty entries a second do not become twenty questions, and each of them is asked about in the end', async () => {
  const { asked, told, change, pass, leave } = page()
  for (let n = 0; n < 200; n += 1) {
    change()
    await pass(50)
    await asked.at(-1)?.answer(`${asked.length}`)
  }
  // Ten seconds: one each, and never none for long.
  expect(asked.length).toBeGreaterThanOrEqual(8)
  expect(asked.length).toBeLessThanOrEqual(11)
  expect(asked.filter(({ signal }) => signal.aborted)).toEqual([])
  await pass(2000)
  await asked.at(-1)?.answer('last')
  expect(told()[1]).toBe('new')
  leave()
})

test('U39 an answer to an earlier question is never taken for one to this, and whoever is not asked any more is told', async () => {
  const { asked, told, wish, pass, leave } = page()
  await pass(200)
  wish('B102')
  expect(asked[0]?.signal.aborted).toBe(true)
  await asked[0]?.answer('of B101')
  expect(told()).toEqual(['asking'])
  await pass(200)
  expect(asked.map(({ about }) => about)).toEqual(['B101', 'B102'])
  await asked[1]?.answer('of B102')
  expect(told()).toEqual(['of B102', 'new'])
  wish('B103')
  expect(told()).toEqual(['asking'])
  leave()
  await pass(1000)
  expect(asked.length).toBe(2)
})

test('U39 where the server does not answer that is said, and it is asked again by itself, at once when the line is back', async () => {
  const { asked, told, line, pass, leave } = page()
  await pass(200)
  await asked[0]?.answer(null)
  expect(told()).toEqual(['unanswered'])
  await pass(10_000)
  await asked[1]?.answer('at last')
  expect([asked.length, told()]).toEqual([2, ['at last', 'new']])
  line('connecting')
  expect(told()).toEqual(['unanswered'])
  await pass(60_000)
  expect(asked.length).toBe(2)
  line('live')
  await pass(200)
  expect(asked.length).toBe(3)
  leave()
})
