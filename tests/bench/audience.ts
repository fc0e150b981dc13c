import { startAsked } from './asked-child.ts'
import type { Heard } from './heard.ts'
import type { Line } from './line.ts'

/** What one phone says after so many milliseconds. */
export interface Act {
  readonly after: number
  readonly phone: number
  /** By which its news is known; for other servers than ours its number in the order of time. */
  readonly id: string
  readonly text: string
}

export type AudienceQuestion =
  | {
      readonly type: 'join'
      readonly line: Line
      readonly phones: number
      /** Of their devices, one each, or none at all. */
      readonly tokens: readonly string[]
    }
  | { readonly type: 'play'; readonly acts: readonly Act[] }

/** Phones in a process of their own that only listen, time what they hear, and say what they are told to. */
export interface Audience {
  /** Resolves when so many more are in. @param tokens of their devices; none where they have no name */
  join(phones: number, tokens?: readonly string[]): Promise<void>
  /** @param acts in the order of time. Resolves when all have heard of all of it, or ten seconds after the last */
  play(acts: readonly Act[]): Promise<Heard>
  leave(): Promise<void>
}

export const startAudience = (line: Line): Audience => {
  const child = startAsked('tests/bench/audience-child.ts')
  const ask = <T>(question: AudienceQuestion) => child.ask<T>(question)
  return {
    join: async (phones, tokens = []) => {
      await ask({ type: 'join', line, phones, tokens })
    },
    play: (acts) => ask<Heard>({ type: 'play', acts }),
    leave: child.stop,
  }
}
