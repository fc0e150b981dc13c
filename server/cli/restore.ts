import { restoreFrom } from '../../db/backup.ts'
import { holdDatabaseFile, lockDataFolder } from '../../db/lock.ts'
import { databaseFile } from '../store.ts'
import { type CliCommand, CommandLineError, pathFrom, readArgs } from './command.ts'

const reasons = {
  missing: 'it does not exist',
  'not-ours': 'it is not a backup of forum-ouvert',
  damaged: 'it is damaged',
  newer: 'it was made by a newer version: update the program first',
} as const

const restoreAlone = async (file: string, dataDir: string): Promise<unknown> => {
  const letGo = await holdDatabaseFile(dataDir, 'another')
  if (letGo === null) throw new CommandLineError(`Another command is at work on ${dataDir}: wait for its end.`)
  try {
    const restored = await restoreFrom(file, databaseFile(dataDir))
    if (restored.type === 'restored') return { file, epoch: restored.epoch }
    throw new CommandLineError(`${file} can't be restored: ${reasons[restored.why]}. Nothing was changed.`)
  } finally {
    await letGo()
  }
}

/** `restore FILE`: puts a backup in the place of the database, with a new epoch. Never under a running server. */
export const restore: CliCommand = async ({ config, args }) => {
  const { positionals } = readArgs(args, {}, ['FILE'])
  const file = pathFrom(positionals[0] ?? '')
  const lock = await lockDataFolder(config.dataDir)
  if (lock.type === 'taken') throw new CommandLineError(`A server runs on ${config.dataDir}: stop it first.`)
  try {
    return await restoreAlone(file, config.dataDir)
  } finally {
    await lock.release()
  }
}
