import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js'
import { useForum } from '../sync/forum-context.tsx'

/** What the server says to a question about the board as it is: not yet, this, or nothing. */
export type Answered<T> =
  | { readonly type: 'asking' }
  | { readonly type: 'answered'; readonly answer: T }
  | { readonly type: 'unanswered' }

/** Milliseconds within which a question may still become another. */
const resting = 150

/**
 * Asks the server whenever the question is another one, and again when the line is back. An answer to an earlier question
 * is never taken for one to this.
 * @param question a new value for each new question; null where there is nothing to ask
 * @param ask null where the server does not answer; the signal ends a question that nobody asks any more
 */
export const createAnswer = <Q extends object, T>(
  question: Accessor<Q | null>,
  ask: (question: Q, signal: AbortSignal) => Promise<T | null>,
): Accessor<Answered<T>> => {
  const forum = useForum()
  const asking = { type: 'asking' } as const
  const [told, setTold] = createSignal<{ readonly of: Q | null; readonly said: Answered<T> }>({
    of: null,
    said: asking,
  })
  createEffect(() => {
    const of = question()
    if (of === null) return
    if (forum.connection().type !== 'live') {
      setTold({ of, said: { type: 'unanswered' } })
      return
    }
    const left = new AbortController()
    const timer = setTimeout(async () => {
      const answer = await ask(of, left.signal)
      if (!left.signal.aborted)
        setTold({ of, said: answer === null ? { type: 'unanswered' } : { type: 'answered', answer } })
    }, resting)
    onCleanup(() => {
      clearTimeout(timer)
      // The server works at a question only as long as somebody waits for it.
      left.abort()
    })
  })
  return () => (told().of === question() ? told().said : asking)
}
