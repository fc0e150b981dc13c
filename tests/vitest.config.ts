import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Long fuzz runs (`npm run test:fuzz`) may take an hour; everything else answers within seconds or is stuck. */
const nodeTimeout = process.env.FUZZ === 'long' ? 3_600_000 : 30_000

/** Most of the time goes into waiting (disk, timers), so two even where there are only two cores. */
const maxWorkers = Math.max(2, availableParallelism() - 1)

/**
 * Outside a browser Solid would resolve to its server build, where signals are inert and effects never run. By name, and
 * not by the condition `browser`: that one reaches every package, and the `ws` of browsers only throws.
 */
const solid = (part: string) => join(import.meta.dirname, '..', 'node_modules', 'solid-js', part, 'dist', 'dev.js')
const alias = [
  { find: /^solid-js$/, replacement: solid('') },
  { find: /^solid-js\/store$/, replacement: solid('store') },
  { find: /^solid-js\/web$/, replacement: solid('web') },
]

export default defineConfig({
  test: {
    projects: [
      {
        root: '.',
        resolve: { alias },
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/bench/**'],
          testTimeout: nodeTimeout,
          hookTimeout: 60_000,
          maxWorkers,
          sequence: { groupOrder: 0 },
        },
      },
      {
        root: '.',
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/support/browser-setup.ts'],
          // One at a time and after all others: two would make each other slow, and slow looks like broken.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          // What is polled for may be as late on a loaded machine as what is waited for.
          expect: { poll: { timeout: 15_000 } },
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
