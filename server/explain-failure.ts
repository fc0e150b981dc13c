import { DatabaseError } from '../db/errors.ts'

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const ofCode: ReadonlyMap<string, string> = new Map([
  ['EADDRINUSE', 'The port is in use already: stop the other program, or set PORT.'],
  ['EADDRNOTAVAIL', 'HOST is not an address of this machine.'],
  ['ENOTFOUND', 'HOST is not a name that this machine knows.'],
  ['EACCES', 'Permission denied: check PORT (below 1024 is for root) and the rights of DATA_DIR.'],
  ['EEXIST', 'DATA_DIR is a file: set it to a folder.'],
  ['ENOTDIR', 'DATA_DIR is below a file: set it to a folder.'],
  ['EROFS', 'The data folder is on a read-only file system: set DATA_DIR.'],
  ['ENOSPC', 'The disk is full.'],
])

/** A failure that is the operator's to mend, in one clear line; null where it is a bug of ours and wants its stack. */
export const explainFailure = (error: unknown): string | null => {
  if (error instanceof DatabaseError) return error.message
  const line = ofCode.get(codeOf(error))
  return line === undefined || !(error instanceof Error) ? null : `${line} (${error.message})`
}

/** Says why the process ends, and ends it with 1. */
export const endWith = (error: unknown): never => {
  const line = explainFailure(error)
  if (line === null) console.error(error)
  else console.error(line)
  process.exit(1)
}
