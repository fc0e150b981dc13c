import { backupTo, verifyBackup } from '../../db/backup.ts'
import { type CliCommand, CommandLineError, pathFrom, readArgs } from './command.ts'
import { withCore } from './with-core.ts'

/** `backup FILE`: a whole copy at one moment, checked, also while the server runs. Nothing is overwritten. */
export const backup: CliCommand = ({ config, args }) => {
  const { positionals } = readArgs(args, {}, ['FILE'])
  const file = pathFrom(positionals[0] ?? '')
  return withCore(config, async ({ db }) => {
    try {
      await backupTo(db, file)
    } catch (error) {
      throw new CommandLineError(error instanceof Error ? error.message : String(error))
    }
    const wrong = await verifyBackup(file)
    if (wrong.length === 0) return { file }
    throw new CommandLineError(
      `${file} was written, but the board and the placements of ${wrong.join(', ')} disagree in it: see the server's log.`,
    )
  })
}
