import { createSignal } from 'solid-js'

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
