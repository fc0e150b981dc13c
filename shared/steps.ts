/** Long work in small steps: whoever runs it may do other things between two of them. */
export type Steps<T> = Generator<void, T, void>

/** Runs it through at once. */
export const finished = <T>(steps: Steps<T>): T => {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
