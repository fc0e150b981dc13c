import { parentPort, workerData } from 'node:worker_threads'
import { checkSchedule } from './oracle-agreement.ts'

/** What a worker is asked: every `step`th seed from `first` to before `end`. */
export interface Share {
  readonly first: number
  readonly end: number
  readonly step: number
}

/** What it says: how many schedules it has been through, every so often and at its end; or where rules and oracle differ. */
export type Progress =
  | { readonly type: 'through'; readonly schedules: number }
  | { readonly type: 'differs'; readonly why: string }

const each = 10_000

const say = (progress: Progress): void => parentPort?.postMessage(progress)

const { first, end, step } = workerData as Share
let schedules = 0
try {
  for (let seed = first; seed < end; seed += step) {
    checkSchedule(seed)
    schedules += 1
    if (schedules % each === 0) say({ type: 'through', schedules })
  }
  say({ type: 'through', schedules })
} catch (error) {
  say({ type: 'differs', why: error instanceof Error ? error.message : String(error) })
}
