import { createSignal } from 'solid-js'
import type { Verdict } from '../sync/rules-code.ts'

/** A rule that asks why, in its own words, and who waits for the answer. */
interface Question {
  readonly why: string
  readonly answer: (reason: string | null) => void
}

const [question, setQuestion] = createSignal<Question | null>(null)

/** Reactive: the rule that asks for a reason; null where none does. */
export const useReasonQuestion = () => question

/** Asks for a reason in a few words; null where the person would rather not. */
export const askReason = (why: string): Promise<string | null> =>
  new Promise((resolve) => {
    question()?.answer(null)
    setQuestion({
      why,
      answer: (reason) => {
        setQuestion(null)
        resolve(reason)
      },
    })
  })

/**
 * What is to be given with a claim of a cell that says so: asked for where its rule asks for a reason, so that nobody is
 * refused first; null where the person would rather not, undefined where none is needed.
 */
export const reasonFor = (said: Verdict | null): Promise<string | null | undefined> =>
  said?.type === 'reason' ? askReason(said.why) : Promise.resolve(undefined)
