import { onCleanup } from 'solid-js'
import { waitBefore } from '../sync/back-off.ts'

export interface AskingParts<T> {
  /** Whether there is something to ask just now. */
  readonly wants: () => boolean
  /** Undefined where there is no answer. */
  readonly ask: () => Promise<T | undefined>
  readonly take: (answer: T) => void
}

/**
 * Asks one question at a time, and after ever longer pauses again, until it is answered or nothing is wanted any more.
 * Ends with its owner.
 * @returns call it when there may be something to ask
 */
export const createAsking = <T>({ wants, ask, take }: AskingParts<T>): (() => void) => {
  let isBusy = false
  let isGone = false
  let attempt = 0
  let pause: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => {
    isGone = true
    clearTimeout(pause)
  })
  const begin = async () => {
    if (isBusy || isGone || !wants()) return
    isBusy = true
    const answer = await ask()
    if (isGone) return
    const again = () => {
      isBusy = false
      void begin()
    }
    if (answer === undefined) {
      pause = setTimeout(again, waitBefore(attempt, Math.random))
      attempt += 1
      return
    }
    attempt = 0
    take(answer)
    again()
  }
  return () => void begin()
}
