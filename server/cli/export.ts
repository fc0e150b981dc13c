import { readEntries } from '../../db/entries.ts'
import { boardToJson } from '../../shared/board-json.ts'
import { type CliCommand, readArgs } from './command.ts'
import { requireForum, withCore } from './with-core.ts'

/** `export SLUG`: the board, the names and the whole log, to be read without this program. */
export const exportForum: CliCommand = ({ config, args }) => {
  const { positionals } = readArgs(args, {}, ['SLUG'])
  return withCore(config, async ({ db, forums }) => {
    const { id, slug } = await requireForum(db, positionals[0] ?? '')
    const forum = await forums.find(slug)
    if (forum === null) throw new Error(`${slug} vanished`)
    // All from one board: what is written while this runs is not half in it.
    const { board, seq } = forum.board
    const entries = (await readEntries(db, id, 0)).filter((entry) => entry.seq <= seq)
    return { slug, epoch: forum.epoch, seq, board: boardToJson(board), people: forum.people.all, entries }
  })
}
