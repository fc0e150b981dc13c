import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { checkSchedule } from '../support/oracle-agreement.ts'
import type { Progress, Share } from '../support/oracle-worker.ts'

const long = process.env.FUZZ === 'long'
const schedules = Number(process.env.SEEDS ?? (long ? 1_000_000 : 1000))
const firstSeed = Number(process.env.SEED ?? 1)

/** Threads share a million among them; each seed is a schedule of its own, and is checked once. */
const threads = Math.min(4, availableParallelism())

/** Resolves with how many schedules a share held. @throws Error of the first on which rules and oracle differ */
const through = (share: Share, onProgress: (schedules: number) => void): Promise<number> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('../support/oracle-worker.ts', import.meta.url), { workerData: share })
    let done = 0
    worker.on('message', (progress: Progress) => {
      if (progress.type === 'differs') reject(new Error(progress.why))
      else {
        done = progress.schedules
        onProgress(done)
      }
    })
    worker.on('error', reject)
    worker.on('exit', () => resolve(done))
  })

const sayProgress = (dones: readonly number[]): void => {
  const sum = dones.reduce((a, b) => a + b, 0)
  if (sum % 100_000 === 0) process.stdout.write(`${sum} of ${schedules} schedules agree\n`)
}

test(`B26, B24, B25, B23 the rules say what a naive oracle says (${schedules} random schedules)`, async () => {
  const end = firstSeed + schedules
  if (!long) {
    for (let seed = firstSeed; seed < end; seed += 1) checkSchedule(seed)
    return
  }
  const dones = Array.from({ length: threads }, () => 0)
  const shares = dones.map((_, n) =>
    through({ first: firstSeed + n, end, step: threads }, (done) => {
      dones[n] = done
      sayProgress(dones)
    }),
  )
  expect((await Promise.all(shares)).reduce((a, b) => a + b, 0)).toBe(schedules)
}, 3_600_000)
