import { Breath, type BreathParts } from '../../db/breath.ts'
import { isDatabaseError } from '../../db/errors.ts'
import { fileOf, identityOf } from '../../db/files.ts'
import { MINUTE } from '../../shared/time.ts'
import type { LiveForum } from '../board/live-forum.ts'
import type { Cancel } from '../clock.ts'
import type { Core } from '../services.ts'
import { ForumVerifier, type Mismatch } from './forum-verifier.ts'

const sentences: Readonly<Record<Mismatch, string>> = {
  board: 'The board in memory is not what its log says: restart the server.',
  placements: 'The table of placements is not what the log says: restore a backup, or ask for help.',
  log: 'The log is not what it was: an entry was changed or is gone. Restore a backup, or ask for help.',
}

/**
 * Compares every forum in memory once a minute, one after another, in slices that never hold the event loop over ten
 * milliseconds, and asks whether the disk takes writes. What disagrees alarms: a line in the log, health, a banner at the
 * desk. It mends nothing by itself.
 */
export class Verifier {
  readonly #core: Pick<Core, 'db' | 'clock' | 'log' | 'committer' | 'forums' | 'troubles'>
  readonly #breath: Breath
  readonly #forums = new Map<number, ForumVerifier>()
  /** Which file was opened. */
  #file: { readonly path: string; readonly identity: string | undefined } | null = null
  #planned: Cancel | null = null
  #isStopped = false
  #verified = 0
  #mismatches = 0

  constructor(core: Pick<Core, 'db' | 'clock' | 'log' | 'committer' | 'forums' | 'troubles'>, breath?: BreathParts) {
    this.#core = core
    this.#breath = new Breath(breath)
  }

  /** Forums compared since the start. */
  get verified(): number {
    return this.#verified
  }

  /** How often one disagreed. */
  get mismatches(): number {
    return this.#mismatches
  }

  async start(): Promise<void> {
    const path = await fileOf(this.#core.db)
    this.#file = { path, identity: await identityOf(path) }
    this.#plan()
  }

  stop(): void {
    this.#isStopped = true
    this.#planned?.()
  }

  /** Compares all of them once. Never rejects. */
  async round(): Promise<void> {
    await this.#lookAtFile()
    await this.#core.committer.probe()
    for (const forum of [...this.#core.forums.live]) {
      if (this.#isStopped) return
      try {
        this.#say(forum, await this.#of(forum).check())
      } catch (error) {
        if (isDatabaseError(error, 'damaged')) this.#say(forum, 'log')
        else this.#core.log.warn({ err: error, forum: forum.id }, 'a forum could not be verified')
      }
    }
  }

  #plan(): void {
    if (this.#isStopped) return
    this.#planned = this.#core.clock.after(MINUTE, () => void this.round().finally(() => this.#plan()))
  }

  /** A file that was moved away is still written to, and what is in it is lost with the process. */
  async #lookAtFile(): Promise<void> {
    if (this.#file === null) return
    const { log, troubles } = this.#core
    const now = await identityOf(this.#file.path).catch(() => undefined)
    if (now === this.#file.identity) troubles.clear('mismatch')
    else if (
      troubles.raise('mismatch', 'The database file was moved or replaced under the server: stop it, put it back.')
    ) {
      log.error({}, 'the database file was moved or replaced: what is written now is lost when the server stops')
    }
  }

  #of(forum: LiveForum): ForumVerifier {
    const known = this.#forums.get(forum.id) ?? new ForumVerifier(this.#core.db, forum, this.#breath)
    this.#forums.set(forum.id, known)
    return known
  }

  #say({ id, slug }: LiveForum, found: Mismatch | null): void {
    const { log, troubles } = this.#core
    this.#verified += 1
    if (found === null) {
      if (troubles.clear('mismatch', id)) log.info({ forum: id, slug }, 'a forum agrees with itself again')
      return
    }
    this.#mismatches += 1
    log.error({ forum: id, slug, mismatch: found }, 'a forum disagrees with itself')
    troubles.raise('mismatch', sentences[found], id)
  }
}
