import { startAsked } from './asked-child.ts'

/** Whose client a phone runs. */
export type PhoneKind = 'forum-ouvert' | 'bare ws' | 'Socket.IO'

export interface Coming {
  readonly kind: PhoneKind
  /** Where the n-th phone finds its server. */
  readonly origins: readonly string[]
  /** Of our forum; the others have none. */
  readonly slug: string
  /** Of our phones' people, one each. */
  readonly tokens: readonly string[]
  readonly seed: number
}

export interface Settling {
  /** What each phone is to hold. */
  readonly wanted: readonly string[]
  /** What each phone's line must have come up after, in bench time. */
  readonly since: number
  /** How long that is waited for. */
  readonly milliseconds: number
}

/** What one phone saw, in bench time. */
export interface PhoneReport {
  /** When it tried to open a line; of Socket.IO's, without its first. */
  readonly dialed: readonly number[]
  /** When a line of its own was open. */
  readonly opened: readonly number[]
  /** When the server had greeted it on such a line, with what it had missed. */
  readonly ready: readonly number[]
  /** When each of what was wanted was on the phone; NaN for what is not. */
  readonly held: Float64Array
  /** Of its whole board; empty where there is none. */
  readonly digest: string
}

export type RoamersQuestion = ({ readonly type: 'come' } & Coming) | ({ readonly type: 'settle' } & Settling)

/** A hall of phones in a process of its own. */
export interface Roamers {
  /** All come; resolves when the last has been greeted. */
  come(coming: Coming): Promise<void>
  /** Waits until each phone is back and holds what is wanted, or the time is over. */
  settle(settling: Settling): Promise<readonly PhoneReport[]>
  stop(): Promise<void>
}

export const startRoamers = (): Roamers => {
  const child = startAsked('tests/bench/roamers-child.ts')
  const ask = <T>(question: RoamersQuestion) => child.ask<T>(question)
  return {
    come: (coming) => ask({ type: 'come', ...coming }),
    settle: (settling) => ask<readonly PhoneReport[]>({ type: 'settle', ...settling }),
    stop: child.stop,
  }
}
