import type { Frame } from './frame.ts'

/** One end of a connection: a web socket, or in tests a queue that is flushed by hand. */
export interface Wire {
  send(frame: Frame): void
  /** Asks the other end to show that it lives; browsers answer by themselves. */
  ping(): void
  /** Says goodbye in order; what was sent before still arrives. */
  close(code: number, reason: string): void
  /** Drops the line at once. */
  terminate(): void
  /** Bytes that wait to be sent. */
  readonly bufferedAmount: number
}

/** Close codes of RFC 6455 and of the registry beside it. */
export const closeCodes = { goingAway: 1001, unsupported: 1003, policy: 1008, tryAgainLater: 1013 } as const
