import type { JobCounts } from '../metrics/metrics.ts'
import type { Core } from '../services.ts'
import { Backups } from './backups.ts'
import { Purge } from './purge.ts'
import type { JobSettings } from './settings.ts'
import { Verifier } from './verifier.ts'

/** What the server does by itself. */
export interface Jobs {
  readonly backups: Backups
  readonly purge: Purge
  readonly verifier: Verifier
  counts(): JobCounts
  stop(): void
}

/** Plans all of them; none does anything at once. */
export const startJobs = async (core: Core, settings: JobSettings): Promise<Jobs> => {
  const backups = new Backups(core, settings)
  const purge = new Purge(core, settings.purgeAfterDays)
  const verifier = new Verifier(core)
  await backups.start()
  purge.start()
  await verifier.start()
  return {
    backups,
    purge,
    verifier,
    counts: () => ({
      verified: verifier.verified,
      mismatches: verifier.mismatches,
      backups: backups.made,
      failedBackups: backups.failed,
    }),
    stop: () => {
      for (const job of [backups, purge, verifier]) job.stop()
    },
  }
}
