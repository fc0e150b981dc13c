import type { Snapshot } from '../../shared/protocol.ts'

export type TongueName = 'forum' | 'ws' | 'socket-io'

/** Where phones find their server, and how they talk to it. */
export interface Line {
  readonly tongue: TongueName
  readonly url: string
  /** The greeting of a phone of the forum; empty for others. */
  readonly hello: string
  /** What a phone of the forum holds as it joins, to which entries come packed. */
  readonly board?: Snapshot['board']
}
