import { purgeForum } from '../../db/purge.ts'
import { endOf, hostsOf } from '../jobs/purge.ts'
import { type CliCommand, CommandLineError, readArgs } from './command.ts'
import { requireForum, withCore } from './with-core.ts'

/** `purge SLUG [--force]`: erases names of those who host nothing, tokens, stars and links, now. The programme stays. */
export const purge: CliCommand = ({ config, args }) => {
  const { flag, positionals } = readArgs(args, { force: { type: 'boolean' } }, ['SLUG'])
  return withCore(config, async ({ db, clock, forums }) => {
    const row = await requireForum(db, positionals[0] ?? '')
    const forum = await forums.find(row.slug)
    if (forum === null) throw new Error(`${row.slug} vanished`)
    const { board } = forum.board
    if (endOf(board, row.createdAt) > clock.now() && !flag('force')) {
      throw new CommandLineError(`${row.slug} is not over yet: nobody could act on it any more. --force does it.`)
    }
    return { slug: row.slug, ...(await purgeForum(db, row.id, hostsOf(board), Number.MAX_SAFE_INTEGER)) }
  })
}
