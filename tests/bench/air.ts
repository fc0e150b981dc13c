import { type AskedChild, startAsked } from './asked-child.ts'

/** How a hall loses its Wi-Fi. */
export interface Outages {
  /** Of each phone: the same outages for the same seed. */
  readonly seed: number
  /** Milliseconds from one cut of a phone to its next, on average; each is drawn from three quarters to five. */
  readonly every: number
  /** Milliseconds for which nothing gets through afterwards. */
  readonly away: number
  /** Of each so many phones one is cut without a word; the others are reset, which both ends hear at once. 0: none. */
  readonly silentEach: number
}

export type AirQuestion =
  | { readonly type: 'spread'; readonly target: string; readonly phones: number }
  | ({ readonly type: 'worsen' } & Outages)
  | { readonly type: 'calm' }

/** Whether a phone is one of those that are cut without a word. */
export const isCutSilently = (phone: number, { silentEach }: Pick<Outages, 'silentEach'>): boolean =>
  silentEach > 0 && phone % silentEach === silentEach - 1

/** A bad network between a hall and a server, in a process of its own: each phone has its own line through it. */
export interface Air {
  /** "http://localhost:4711": the server, as the n-th phone reaches it. */
  readonly origins: readonly string[]
  /** From now on each phone is cut again and again. */
  worsen(outages: Outages): Promise<void>
  /** Everybody gets through again; a line that was cut stays cut. @returns how many cuts there were */
  calm(): Promise<number>
  stop(): Promise<void>
}

/** @param target "http://localhost:3000" */
export const startAir = async (target: string, phones: number): Promise<Air> => {
  const child: AskedChild = startAsked('tests/bench/air-child.ts')
  const ask = <T>(question: AirQuestion) => child.ask<T>(question)
  return {
    origins: await ask<readonly string[]>({ type: 'spread', target, phones }),
    worsen: (outages) => ask({ type: 'worsen', ...outages }),
    calm: () => ask<number>({ type: 'calm' }),
    stop: child.stop,
  }
}
