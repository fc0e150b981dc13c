import { fork } from 'node:child_process'
import { once } from 'node:events'

/** A script in a process of its own that answers one question at a time, by messages. */
export interface AskedChild {
  /** @throws Error where the process ends instead of answering */
  ask<T>(question: object): Promise<T>
  stop(): Promise<void>
}

/** Starts it. What it prints is seen; what it is asked and answers may hold typed arrays. */
export const startAsked = (script: string): AskedChild => {
  const child = fork(script, { stdio: 'inherit', serialization: 'advanced' })
  const ended = once(child, 'exit')
  return {
    ask: <T>(question: object) =>
      new Promise<T>((resolve, reject) => {
        const fail = (code: number | null): void => reject(new Error(`${script} ended with ${code}`))
        child.once('exit', fail)
        child.once('message', (answer) => {
          child.off('exit', fail)
          resolve(answer as T)
        })
        child.send(question)
      }),
    stop: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
