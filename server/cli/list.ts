import { listForums } from '../../db/forums.ts'
import { type CliCommand, readArgs } from './command.ts'
import { withCore } from './with-core.ts'

/** `list`: the forums of this house. */
export const list: CliCommand = ({ config, args }) => {
  readArgs(args, {})
  return withCore(config, async ({ db, forums }) => {
    const listed = []
    for (const { slug, createdAt } of await listForums(db)) {
      const forum = await forums.find(slug)
      // Purged by another process since it was listed.
      if (forum === null) continue
      const { frame, sessions } = forum.board.board
      listed.push({ slug, name: frame.name, sessions: sessions.size, createdAt: new Date(createdAt).toISOString() })
    }
    return listed
  })
}
