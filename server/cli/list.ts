import { listForums } from '../../db/forums.ts'
import { type CliCommand, readArgs } from './command.ts'
import { withCore } from './with-core.ts'

/** `list`: the forums of this house; by `number` the log, health and metrics call them. */
export const list: CliCommand = ({ config, args }) => {
  readArgs(args, {})
  return withCore(config, async ({ db, forums }) => {
    const listed = []
    for (const { id, slug, createdAt } of await listForums(db)) {
      const forum = await forums.find(slug)
      // Purged by another process since it was listed.
      if (forum === null) continue
      const { frame, sessions } = forum.board.board
      const made = new Date(createdAt).toISOString()
      listed.push({ slug, number: id, name: frame.name, sessions: sessions.size, createdAt: made })
    }
    return listed
  })
}
