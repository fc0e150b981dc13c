import { revokeLinks } from '../../db/links.ts'
import { addFacilitatorLink } from '../board/create-forum.ts'
import { facilitatorLink } from '../links.ts'
import { type CliCommand, readArgs } from './command.ts'
import { requireForum, withCore } from './with-core.ts'

/** `link SLUG [--revoke]`: a new facilitator link; with --revoke all older ones end, and with them who came by one. */
export const link: CliCommand = ({ config, args }) => {
  const { flag, positionals } = readArgs(args, { revoke: { type: 'boolean' } }, ['SLUG'])
  return withCore(config, async (core) => {
    const { id, slug } = await requireForum(core.db, positionals[0] ?? '')
    if (flag('revoke')) await revokeLinks(core.db, id, core.clock.now())
    const { secret } = await addFacilitatorLink(core, id)
    return { slug, secret, link: facilitatorLink(config, slug, secret) }
  })
}
