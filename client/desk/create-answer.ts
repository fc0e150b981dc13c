import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js'
import type { Board } from '../../shared/board.ts'
import { useForum } from '../sync/forum-context.tsx'

interface Told<T> {
  readonly type: 'answered'
  readonly answer: T
  /** The board that it was asked about. */
  readonly board: Board
}

/** What the server says to a question about the board: not yet, this, or nothing. */
export type Answered<T> =
  | { readonly type: 'asking' }
  /** `isOld`: the board has changed since, and the server is asked again. */
  | (Told<T> & { readonly isOld: boolean })
  | { readonly type: 'unanswered' }

/** How much of what only the server knows is in what is shown; `again`: all as of a moment ago, it is looked at again. */
export type Knowing = 'asking' | 'again' | 'all' | 'unanswered'

/** @param isShown whether the answer is what is shown */
export const knowingOf = (answered: Answered<unknown>, isShown: boolean): Knowing => {
  if (answered.type === 'unanswered') return 'unanswered'
  if (answered.type === 'asking' || !isShown) return 'asking'
  return answered.isOld ? 'again' : 'all'
}

/** Milliseconds within which a question may still become another, and a change of the board be followed by more. */
const resting = 150
/** Milliseconds from one answer to the next time that the same is asked: a burst of changes is asked about once. */
const joined = 1000
/** Milliseconds to the next try where the server did not answer. */
const again = 5000

/**
 * Asks the server a question about the board; the same again when the board has changed, or the line is back, one at a time
 * and no oftener than once a second. Until then the last answer to it stays; one to an earlier question is never taken for
 * one to this.
 * @param question a new value for each new question; null where there is nothing to ask
 * @param ask null where the server does not answer; the signal ends a question that nobody asks any more
 */
export const createAnswer = <Q extends object, T>(
  question: Accessor<Q | null>,
  ask: (question: Q, board: Board, signal: AbortSignal) => Promise<T | null>,
): Accessor<Answered<T>> => {
  const forum = useForum()
  const asking = { type: 'asking' } as const
  const unanswered = { type: 'unanswered' } as const
  const isLive = createMemo(() => forum.connection().type === 'live')
  const [told, setTold] = createSignal<{
    readonly of: Q | null
    readonly said: Told<T> | typeof asking | typeof unanswered
  }>({ of: null, said: asking })
  createEffect(() => {
    const of = question()
    if (of === null) return
    const left = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    let isAsking = false
    // About to ask, asking, or resting after it: changes are looked at when that is over.
    let isBusy = false
    const askIn = (wait: number) => {
      isBusy = true
      clearTimeout(timer)
      timer = setTimeout(() => void askNow(), wait)
    }
    const askNow = async () => {
      const board = untrack(forum.confirmed)
      isAsking = true
      const answer = await ask(of, board, left.signal)
      isAsking = false
      if (left.signal.aborted) return
      const isKnown = answer !== null && untrack(isLive)
      setTold({ of, said: isKnown ? { type: 'answered', answer, board } : unanswered })
      const isOver = () => isKnown && board === untrack(forum.confirmed)
      timer = setTimeout(() => rested(isOver()), answer === null ? again : joined)
    }
    const rested = (isOver: boolean) => {
      isBusy = false
      if (!isOver && untrack(isLive)) askIn(0)
    }
    createEffect(
      on(isLive, (live) => {
        if (!live) setTold({ of, said: unanswered })
        else if (!isAsking) askIn(resting)
      }),
    )
    createEffect(
      on(
        forum.confirmed,
        () => {
          if (!isBusy && untrack(isLive)) askIn(resting)
        },
        { defer: true },
      ),
    )
    onCleanup(() => {
      clearTimeout(timer)
      // The server works at a question only as long as somebody waits for it.
      left.abort()
    })
  })
  return createMemo((): Answered<T> => {
    const { of, said } = told()
    if (of === null || of !== question()) return asking
    return said.type === 'answered' ? { ...said, isOld: said.board !== forum.confirmed() } : said
  })
}
