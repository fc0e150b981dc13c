import { open, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Size in bytes; undefined where there is no such file. */
export const sizeOf = async (file: string): Promise<number | undefined> => {
  try {
    return (await stat(file)).size
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

const sync = async (path: string, flags: 'r' | 'r+'): Promise<void> => {
  const handle = await open(path, flags)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Returns when the content of a file is on the disk. */
export const syncFile = (file: string): Promise<void> => sync(file, 'r+')

/** Returns when the name of a file is on the disk: a rename is durable only when its folder is. Windows has no such sync. */
export const syncFolderOf = async (file: string): Promise<void> => {
  if (process.platform !== 'win32') await sync(dirname(file), 'r')
}
