import { expect, test } from 'vitest'
import { type CountedModule, exitCodeOf, tally, tallyLine } from './tally.ts'

const moduleOf = (states: readonly string[], errors = 0): CountedModule => ({
  errors: () => Array.from({ length: errors }, () => ({ message: 'cannot be loaded' })),
  children: { allTests: () => states.map((state) => ({ result: () => ({ state }) })) },
})

test('passed, failed and skipped are counted over all files', () => {
  const modules = [moduleOf(['passed', 'failed']), moduleOf(['passed', 'skipped', 'pending'])]
  expect(tally(modules, 0)).toEqual({ passed: 2, failed: 1, skipped: 2 })
})

test('a file that cannot be loaded and an error outside tests are failures', () => {
  expect(tally([moduleOf([], 1), moduleOf(['passed'])], 2)).toEqual({ passed: 1, failed: 3, skipped: 0 })
})

test('the last line names skipped tests only where there are any', () => {
  expect(tallyLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed')
  expect(tallyLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped')
})

test('a run is good only where something ran and nothing failed', () => {
  expect(exitCodeOf({ passed: 1, failed: 0, skipped: 9 })).toBe(0)
  expect(exitCodeOf({ passed: 1, failed: 1, skipped: 0 })).toBe(1)
  expect(exitCodeOf({ passed: 0, failed: 0, skipped: 9 })).toBe(1)
})
