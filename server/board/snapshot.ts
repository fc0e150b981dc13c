import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { boardToJson } from '../../shared/board-json.ts'
import type { SessionId } from '../../shared/ids.ts'
import { limits } from '../../shared/limits.ts'
import type { Snapshot } from '../../shared/protocol.ts'
import type { Instant } from '../../shared/time.ts'
import type { Clock } from '../clock.ts'
import type { InterestTally } from './interest-tally.ts'
import type { LiveBoard } from './live-board.ts'
import type { Roster } from './roster.ts'
import type { Votes } from './votes.ts'

const compressGzip = promisify(gzip)
const compressBrotli = promisify(brotliCompress)

export type Encoding = 'br' | 'gzip' | 'identity'

/** One version of the snapshot, encoded; compressed when first asked for. */
export interface EncodedSnapshot {
  readonly etag: string
  bytes(encoding: Encoding): Promise<Buffer>
}

interface SnapshotParts {
  readonly epoch: string
  readonly board: LiveBoard
  readonly people: Roster
  readonly interest: InterestTally
  readonly votes: Votes
  readonly clock: Clock
}

/** How long an encoding serves, in milliseconds: `serverTime` in it is never older. */
const freshFor = 1000

const encoded = (etag: string, text: string): EncodedSnapshot => {
  const plain = Buffer.from(text)
  let gzipped: Promise<Buffer> | undefined
  let brotli: Promise<Buffer> | undefined
  return {
    etag,
    bytes(encoding) {
      switch (encoding) {
        case 'identity':
          return Promise.resolve(plain)
        case 'gzip':
          gzipped ??= compressGzip(plain)
          return gzipped
        case 'br':
          // Quality 5: near gzip's time for a fifth fewer bytes. The best one would take a hundred times longer.
          brotli ??= compressBrotli(plain, {
            params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
          })
          return brotli
      }
    },
  }
}

/**
 * The forum as `GET /api/forums/:slug` gives it, encoded and compressed once for all who ask. The ETag is the epoch, the
 * seq and how often names and counts changed; it is weak, since `serverTime` alone makes no new version.
 */
export class SnapshotCache {
  readonly #parts: SnapshotParts
  /** JSON of the board, which only a new entry changes. */
  #board: { readonly seq: number; readonly json: string } | undefined
  #side: { readonly version: number; readonly at: Instant }
  #countsChanged = false
  #last: { readonly snapshot: EncodedSnapshot; readonly at: Instant } | undefined

  constructor(parts: SnapshotParts) {
    this.#parts = parts
    // Begins at the clock, so that a version is not given twice with a restart in between.
    this.#side = { version: parts.clock.now(), at: 0 }
    parts.people.onChange(() => this.#sideChanged())
    parts.interest.onChange(() => {
      this.#countsChanged = true
    })
  }

  get etag(): string {
    const { epoch, board, clock } = this.#parts
    // A burst of stars makes a new version once in a while, not one per star.
    const counted = Math.abs(clock.now() - this.#side.at) < limits.gatherMilliseconds
    if (this.#countsChanged && !counted) this.#sideChanged()
    return `W/"${epoch}-${board.seq}-${this.#side.version}"`
  }

  current(): EncodedSnapshot {
    const now = this.#parts.clock.now()
    const last = this.#last
    const etag = this.etag
    if (last !== undefined && last.snapshot.etag === etag && Math.abs(now - last.at) < freshFor) return last.snapshot
    const snapshot = encoded(etag, this.#text(now))
    this.#last = { snapshot, at: now }
    return snapshot
  }

  #sideChanged(): void {
    this.#side = { version: this.#side.version + 1, at: this.#parts.clock.now() }
    this.#countsChanged = false
  }

  #text(now: Instant): string {
    const { epoch, board, people, interest } = this.#parts
    if (this.#board?.seq !== board.seq) {
      this.#board = { seq: board.seq, json: JSON.stringify(boardToJson(board.board)) }
    }
    // What was withdrawn keeps its stars, should it come back; nobody is told of them meanwhile.
    const counts = [...interest.counts].filter(([sessionId]) => board.board.sessions.has(sessionId))
    const head = JSON.stringify({ epoch, seq: board.seq, serverTime: now }).slice(0, -1)
    const side = { people: people.all, counts: Object.fromEntries(counts), ...this.#votesBefore() }
    return `${head},"board":${this.#board.json},${JSON.stringify(side).slice(1)}`
  }

  /** P19: for most forums nothing, since sessions are there before the first star. */
  #votesBefore(): Pick<Snapshot, 'votesBefore'> {
    const { board, votes } = this.#parts
    const before = [...board.board.sessions.values()].flatMap(
      ({ id, proposedAt }): readonly (readonly [SessionId, number])[] => {
        const count = votes.before(proposedAt)
        return count === 0 ? [] : [[id, count]]
      },
    )
    return before.length === 0 ? {} : { votesBefore: Object.fromEntries(before) }
  }
}
