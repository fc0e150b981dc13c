import { join, resolve } from 'node:path'
import { DAY, HOUR, MINUTE } from '../../shared/time.ts'

/** Who may read `/metrics`: this machine itself, nobody, or everybody. */
export type MetricsAccess = 'loopback' | 'off' | 'open'

/** Settings of what the server does by itself. */
export interface JobSettings {
  /** Absolute path of the folder of the scheduled backups. */
  readonly backupDir: string
  /** Milliseconds between two backups; null for none. */
  readonly backupEvery: number | null
  /** How many are kept; older ones are removed. */
  readonly backupKeep: number
  /** Days after a forum's last one at which what leads to people is erased; 0 for never. */
  readonly purgeAfterDays: number
  readonly metrics: MetricsAccess
}

export type JobReading =
  | { readonly type: 'read'; readonly settings: JobSettings }
  | { readonly type: 'wrong'; readonly problem: string }

const units: Readonly<Record<string, number>> = { m: MINUTE, h: HOUR, d: DAY }

const spanOf = (text: string): number | null | undefined => {
  if (text === 'off') return null
  const [, count = '', unit = ''] = /^([1-9]\d{0,3})([mhd])$/.exec(text) ?? []
  const span = units[unit]
  return span === undefined ? undefined : Number(count) * span
}

const wholeNumber = (text: string, from: number, to: number): number | undefined => {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  return value >= from && value <= to ? value : undefined
}

const metricsOf = (text: string): MetricsAccess | undefined =>
  (['loopback', 'off', 'open'] as const).find((access) => access === text)

const wrong = (problem: string): JobReading => ({ type: 'wrong', problem })

/**
 * Reads BACKUP_DIR, BACKUP_EVERY, BACKUP_KEEP, PURGE_AFTER_DAYS and METRICS.
 * @param given a setting by name, or what it is without one
 * @param dataDir absolute path of the data folder, in which the backups are unless told otherwise
 */
export const readJobSettings = (given: (name: string, otherwise: string) => string, dataDir: string): JobReading => {
  const every = given('BACKUP_EVERY', '1d')
  const backupEvery = spanOf(every)
  if (backupEvery === undefined) {
    return wrong(`BACKUP_EVERY must be like 30m, 12h or 1d, or off, not "${every}".`)
  }
  const keep = given('BACKUP_KEEP', '14')
  const backupKeep = wholeNumber(keep, 1, 1000)
  if (backupKeep === undefined) return wrong(`BACKUP_KEEP must be a number from 1 to 1000, not "${keep}".`)
  const days = given('PURGE_AFTER_DAYS', '30')
  const purgeAfterDays = wholeNumber(days, 0, 3650)
  if (purgeAfterDays === undefined) {
    return wrong(`PURGE_AFTER_DAYS must be a number from 0 (never) to 3650, not "${days}".`)
  }
  const access = given('METRICS', 'loopback')
  const metrics = metricsOf(access)
  if (metrics === undefined) return wrong(`METRICS must be loopback, off or open, not "${access}".`)
  const backupDir = resolve(given('BACKUP_DIR', join(dataDir, 'backups')))
  return { type: 'read', settings: { backupDir, backupEvery, backupKeep, purgeAfterDays, metrics } }
}
