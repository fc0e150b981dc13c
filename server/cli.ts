import { backup } from './cli/backup.ts'
import { type CliCommand, CommandLineError } from './cli/command.ts'
import { create } from './cli/create.ts'
import { erase } from './cli/erase.ts'
import { exportForum } from './cli/export.ts'
import { link } from './cli/link.ts'
import { list } from './cli/list.ts'
import { purge } from './cli/purge.ts'
import { restore } from './cli/restore.ts'
import { setupLink } from './cli/setup-link.ts'
import { readConfig } from './config.ts'
import { endWith } from './explain-failure.ts'

const usage = `Usage: npm run --silent forum -- COMMAND

  create --from FILE [--start DATE] [--slug SLUG] [--sample]
                         a forum from a file; its first day moved to DATE; filled with sample sessions
  list                   the forums of this house
  link SLUG [--revoke]   a new facilitator link; --revoke ends the older ones
  backup FILE            a copy of everything, also while the server runs
  restore FILE           puts a backup in place; the server must be stopped
  export SLUG            board, names and log of a forum
  setup-link             a new link to create forums with
  erase SLUG PERSON      one person, by id or name, out of everything; what they wrote on the board stays
  purge SLUG [--force]   of a forum that is over: tokens, stars, links, and names of those who host nothing

Each prints JSON. DATA_DIR and PUBLIC_URL are those of the server.`

const commands: ReadonlyMap<string, CliCommand> = new Map([
  ['create', create],
  ['list', list],
  ['link', link],
  ['backup', backup],
  ['restore', restore],
  ['export', exportForum],
  ['setup-link', setupLink],
  ['erase', erase],
  ['purge', purge],
])

const run = async (name: string | undefined, args: readonly string[]): Promise<void> => {
  if (name === '--help' || name === 'help') return console.log(usage)
  const command = commands.get(name ?? '')
  if (command === undefined)
    throw new CommandLineError(name === undefined ? usage : `Unknown command "${name}".\n\n${usage}`)
  const reading = readConfig(process.env)
  if (reading.type === 'wrong') throw new CommandLineError(reading.problem)
  console.log(JSON.stringify(await command({ config: reading.config, args }), null, 2))
}

try {
  await run(process.argv[2], process.argv.slice(3))
} catch (error) {
  if (!(error instanceof CommandLineError)) endWith(error)
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
