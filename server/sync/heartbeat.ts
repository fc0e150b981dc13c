import { limits } from '../../shared/limits.ts'
import type { Cancel, Clock } from '../clock.ts'
import type { Frame } from './frame.ts'
import { frameOf } from './frame.ts'

interface Beating {
  readonly heardAt: number
  deliver(frame: Frame): void
  ping(): void
  cut(): void
}

/** Looks thrice per heartbeat, so that a silent phone is gone after two of them and not after three. */
const looksPerBeat = 3

/**
 * Tells everyone the server's time once per heartbeat, so that a phone knows that the line lives, asks for a sign of life,
 * and cuts those silent for two heartbeats: a line that died without a word would be held for ever.
 */
export class Heartbeat {
  readonly #clock: Clock
  readonly #members: ReadonlySet<Beating>
  #planned: Cancel | null = null
  #looks = 0

  constructor(clock: Clock, members: ReadonlySet<Beating>) {
    this.#clock = clock
    this.#members = members
  }

  start(): void {
    this.#planned ??= this.#plan()
  }

  stop(): void {
    this.#planned?.()
    this.#planned = null
  }

  #plan(): Cancel {
    return this.#clock.after(limits.heartbeatMilliseconds / looksPerBeat, () => {
      this.#planned = this.#plan()
      this.#look()
    })
  }

  #look(): void {
    const now = this.#clock.now()
    const longestSilence = (2 - 1 / looksPerBeat) * limits.heartbeatMilliseconds
    for (const member of [...this.#members]) if (now - member.heardAt > longestSilence) member.cut()
    this.#looks += 1
    if (this.#looks % looksPerBeat !== 0) return
    const frame = frameOf({ type: 'pong', serverTime: now })
    for (const member of [...this.#members]) {
      member.deliver(frame)
      member.ping()
    }
  }
}
