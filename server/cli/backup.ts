import { backupTo } from '../../db/backup.ts'
import { type CliCommand, CommandLineError, pathFrom, readArgs } from './command.ts'
import { withCore } from './with-core.ts'

/** `backup FILE`: a whole copy at one moment, also while the server runs. Nothing is overwritten. */
export const backup: CliCommand = ({ config, args }) => {
  const { positionals } = readArgs(args, {}, ['FILE'])
  const file = pathFrom(positionals[0] ?? '')
  return withCore(config, async ({ db }) => {
    try {
      await backupTo(db, file)
    } catch (error) {
      throw new CommandLineError(error instanceof Error ? error.message : String(error))
    }
    return { file }
  })
}
