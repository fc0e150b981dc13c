import { setUpLink } from '../links.ts'
import { renewSetUpSecret } from '../set-up.ts'
import { type CliCommand, readArgs } from './command.ts'
import { withCore } from './with-core.ts'

/** `setup-link`: a new link to create forums with; the one before stops working. */
export const setupLink: CliCommand = ({ config, args }) => {
  readArgs(args, {})
  return withCore(config, async ({ db }) => ({ link: setUpLink(config, await renewSetUpSecret(db)) }))
}
