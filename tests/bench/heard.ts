import { median, percentile } from './figures.ts'
import { bytesOnLine, type Tongue } from './tongues.ts'

/** What came of one run of a crowd, by the clock of its own process. Times in milliseconds. */
export interface Heard {
  readonly type: 'heard'
  /** From sending to each of the phones. */
  readonly median: number
  readonly p95: number
  readonly longest: number
  /** From sending to the last phone, for each that was sent, in order. */
  readonly last: readonly number[]
  /** From sending to the sender's own phone, for each that was sent, in order. */
  readonly own: readonly number[]
  /** How often a phone did not hear of something that was sent. */
  readonly missing: number
  /** Frames of any kind that one phone got, and of those in its busiest second. */
  readonly frames: number
  readonly busiest: number
  /** Bytes of news that one phone got, and what it would have been with one frame for each that was sent. */
  readonly bytes: number
  readonly bytesAlone: number
  /** The first frame of news, as text. */
  readonly sample: string
}

export interface Sent {
  readonly id: string
  readonly phone: number
  readonly at: number
}

interface Frame {
  readonly ids: readonly string[]
  readonly size: number
  readonly alone: number
  readonly text: string
  /** When each phone had it; not a number where it did not. */
  readonly at: Float64Array
}

const busiestOf = (times: readonly number[]): number =>
  times.reduce((most, time, n) => Math.max(most, n + 1 - times.findIndex((other) => other > time - 1000)), 0)

/** All phones get the same frames of news in the same order: the nth of one is the nth of all, and is read once. */
export class Hearing {
  readonly #tongue: Tongue
  readonly #phones: number
  readonly #expected: number
  readonly #count: Uint32Array
  readonly #frames: Frame[] = []
  /** When the first phone heard anything at all. */
  readonly #times: number[] = []
  #heard = 0

  constructor(tongue: Tongue, phones: number, sends: number) {
    this.#tongue = tongue
    this.#phones = phones
    this.#expected = phones * sends
    this.#count = new Uint32Array(phones)
  }

  get isComplete(): boolean {
    return this.#heard >= this.#expected
  }

  hear(phone: number, data: Buffer, isPacked: boolean, at: number): void {
    if (phone === 0) this.#times.push(at)
    if (!this.#tongue.isNews(data, isPacked)) return
    const nth = this.#count[phone] ?? 0
    this.#count[phone] = nth + 1
    const frame = this.#frames[nth] ?? this.#read(data, nth)
    if (frame.size !== data.length) throw new Error(`phone ${phone} was sent something else than the others`)
    frame.at[phone] = at
    this.#heard += frame.ids.length
  }

  report(sent: readonly Sent[]): Heard {
    const frameOf = new Map(this.#frames.flatMap((frame) => frame.ids.map((id) => [id, frame] as const)))
    const waits: number[] = []
    const last: number[] = []
    const own: number[] = []
    for (const { id, phone, at } of sent) {
      const each = [...(frameOf.get(id)?.at ?? [])].filter((time) => !Number.isNaN(time)).map((time) => time - at)
      for (const wait of each) waits.push(wait)
      last.push(each.reduce((most, wait) => Math.max(most, wait), 0))
      own.push((frameOf.get(id)?.at[phone] ?? Number.NaN) - at)
    }
    const sum = (of: (frame: Frame) => number): number => this.#frames.reduce((total, frame) => total + of(frame), 0)
    return {
      type: 'heard',
      median: median(waits),
      p95: percentile(waits, 0.95),
      longest: percentile(waits, 1),
      last,
      own,
      missing: this.#expected - waits.length,
      frames: this.#times.length,
      busiest: busiestOf(this.#times),
      bytes: sum(({ size }) => bytesOnLine(size)),
      bytesAlone: sum(({ alone }) => alone),
      sample: this.#frames[0]?.text ?? '',
    }
  }

  #read(data: Buffer, nth: number): Frame {
    const text = this.#tongue.textOf(data)
    const frame = {
      ids: this.#tongue.idsIn(text, nth),
      size: data.length,
      alone: this.#tongue.bytesAlone(text),
      text: nth === 0 ? text.toString() : '',
      at: new Float64Array(this.#phones).fill(Number.NaN),
    }
    this.#frames[nth] = frame
    return frame
  }
}
