import { inflateRawSync } from 'node:zlib'
import { boardFromJson } from '../../shared/board-json.ts'
import { commonText } from '../../shared/common-text.ts'
import type { Entry } from '../../shared/events.ts'
import { evolveEntry } from '../../shared/evolve.ts'
import type { Snapshot } from '../../shared/protocol.ts'

/** Checksum and length at the end of a packed frame. */
const trailerBytes = 8

/** Gives the text of packed entries, each once and in order: all phones of a crowd get the same. @param json what all hold as they join */
export const newsReader = (json: Snapshot['board']): ((frame: Buffer) => Buffer) => {
  let board = boardFromJson(json)
  return (frame) => {
    const dictionary = Buffer.from(commonText(board))
    const text = inflateRawSync(frame.subarray(0, -trailerBytes), { dictionary })
    const { entries }: { readonly entries: readonly Entry[] } = JSON.parse(text.toString())
    board = entries.reduce(evolveEntry, board)
    return text
  }
}
