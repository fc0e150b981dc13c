import type { Reporter, TestModule } from 'vitest/node'

export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** The line that a test run ends with, alone on its line, for people and for machines. */
export const tallyLine = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`

/** What a run is worth: zero only where something ran and nothing failed. */
export const exitCodeOf = ({ passed, failed }: Tally): 0 | 1 => (failed === 0 && passed > 0 ? 0 : 1)

/** The parts of Vitest's modules that are counted. */
export type CountedModule = Pick<TestModule, 'errors'> & {
  readonly children: { allTests(): Iterable<{ result(): { readonly state: string } }> }
}

/** Counts tests; a file that could not be loaded, and an error that belongs to no test, count as one failure each. */
export const tally = (modules: readonly CountedModule[], unhandledErrors: number): Tally => {
  const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state))
  const count = (state: string): number => states.filter((each) => each === state).length
  const brokenFiles = modules.reduce((sum, module) => sum + module.errors().length, 0)
  return {
    passed: count('passed'),
    failed: count('failed') + brokenFiles + unhandledErrors,
    skipped: states.length - count('passed') - count('failed'),
  }
}

/** A Vitest reporter that keeps the tally of the whole run. */
export const createTallyReporter = (): { readonly reporter: Reporter; readonly read: () => Tally } => {
  let kept: Tally = { passed: 0, failed: 0, skipped: 0 }
  return {
    reporter: {
      onTestRunEnd(modules, unhandledErrors) {
        kept = tally(modules, unhandledErrors.length)
      },
    },
    read: () => kept,
  }
}
