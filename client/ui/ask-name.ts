import { createSignal } from 'solid-js'

type Waiting = (named: boolean) => void

const [waiting, setWaiting] = createSignal<Waiting | null>(null)

/** Reactive: whether somebody is being asked for a name. */
export const isNameAsked = (): boolean => waiting() !== null

/** Asks for a name; true once it is given, false where the person would rather not. What was begun then goes on. */
export const askName = (): Promise<boolean> =>
  new Promise((resolve) => {
    waiting()?.(false)
    setWaiting(() => resolve)
  })

/** Ends the question. */
export const answerName = (named: boolean): void => {
  waiting()?.(named)
  setWaiting(null)
}
