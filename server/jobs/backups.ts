import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { backupTo, verifyBackup } from '../../db/backup.ts'
import { HOUR, type Instant, MINUTE } from '../../shared/time.ts'
import type { Cancel } from '../clock.ts'
import type { Core } from '../services.ts'
import type { JobSettings } from './settings.ts'

/** The first backup waits this long after the start: a server that is begun again and again does not fill its disk. */
const calm = MINUTE
/** After one that failed, the next is tried no later than this. */
const retryAfter = HOUR

const namePattern = /^forum-(\d{4})-(\d{2})-(\d{2})T(\d{2})(\d{2})(\d{2})Z\.db$/
/** What a copy that disagrees with itself is called: kept for whoever mends it, one at most, never in the rotation. */
const doubtful = 'forum-doubtful.db'

/** "forum-2027-07-02T030000Z.db": sorts by time, and is a name on every system. */
const nameOf = (at: Instant): string =>
  `forum-${new Date(at)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '')}.db`

const timeOf = (name: string): Instant => Date.parse(name.replace(namePattern, '$1-$2-$3T$4:$5:$6Z'))

/** Names of the backups in a folder, the oldest first; none where there is no such folder. */
const backupsIn = async (folder: string): Promise<readonly string[]> => {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => namePattern.test(name)).sort()
}

type Settings = Pick<JobSettings, 'backupDir' | 'backupEvery' | 'backupKeep'>

/**
 * Copies the database on a schedule, while people write; checks each copy as a restore would; keeps the newest ones. What
 * fails is said in the log and by health, and never stops the server.
 */
export class Backups {
  readonly #core: Pick<Core, 'db' | 'clock' | 'log' | 'troubles'>
  readonly #settings: Settings
  #planned: Cancel | null = null
  #isStopped = false
  #made = 0
  #failed = 0

  constructor(core: Pick<Core, 'db' | 'clock' | 'log' | 'troubles'>, settings: Settings) {
    this.#core = core
    this.#settings = settings
  }

  get made(): number {
    return this.#made
  }

  get failed(): number {
    return this.#failed
  }

  /** The next one is due when the newest is as old as the setting says, also over restarts. */
  async start(): Promise<void> {
    const { backupDir, backupEvery } = this.#settings
    if (backupEvery === null) return
    const newest = (await backupsIn(backupDir)).at(-1)
    const { clock } = this.#core
    const wait = newest === undefined ? 0 : timeOf(newest) + backupEvery - clock.now()
    // One from the future, after a wrong clock was set right, must not put it off.
    this.#plan(Math.max(calm, Math.min(wait, backupEvery)))
  }

  stop(): void {
    this.#isStopped = true
    this.#planned?.()
  }

  /** Makes one now. @returns its file, or null where it failed: then the log says why. Never rejects. */
  async run(): Promise<string | null> {
    const { log, troubles } = this.#core
    try {
      const file = await this.#make()
      this.#made += 1
      troubles.clear('backup')
      log.info({ file }, 'a backup was made')
      return file
    } catch (error) {
      this.#failed += 1
      troubles.raise('backup', 'The last backup failed: the log says why.')
      log.error({ err: error }, 'a backup failed')
      return null
    }
  }

  async #make(): Promise<string> {
    const { db, clock } = this.#core
    const { backupDir } = this.#settings
    await mkdir(backupDir, { recursive: true, mode: 0o700 })
    await this.#removeRemains()
    const file = join(backupDir, nameOf(clock.now()))
    await backupTo(db, file)
    const wrong = await verifyBackup(file)
    if (wrong.length > 0) {
      await rename(file, join(backupDir, doubtful))
      throw new Error(`the boards and placements of ${wrong.join(', ')} disagree in the copy, kept as ${doubtful}`)
    }
    await this.#rotate()
    return file
  }

  /** Parts of one that was killed in between. */
  async #removeRemains(): Promise<void> {
    const { backupDir } = this.#settings
    for (const name of await readdir(backupDir)) {
      const [whole = ''] = name.split('.part')
      if (whole !== name && namePattern.test(whole)) await rm(join(backupDir, name), { force: true })
    }
  }

  /** Only after a good one is there: a run of failures removes nothing. */
  async #rotate(): Promise<void> {
    const { backupDir, backupKeep } = this.#settings
    for (const name of (await backupsIn(backupDir)).slice(0, -backupKeep)) await rm(join(backupDir, name))
  }

  #plan(wait: number): void {
    if (this.#isStopped) return
    this.#planned = this.#core.clock.after(Math.min(wait, HOUR), () => void this.#look(wait))
  }

  /** A timer holds at most some weeks, and a machine may sleep: waits an hour at a time. */
  async #look(wait: number): Promise<void> {
    if (wait > HOUR) {
      this.#plan(wait - HOUR)
      return
    }
    const every = this.#settings.backupEvery ?? HOUR
    const file = await this.run()
    this.#plan(file === null ? Math.min(every, retryAfter) : every)
  }
}
