import { open } from 'node:fs/promises'
import { DatabaseError } from '../errors.ts'
import { sizeOf } from '../files.ts'

const MAGIC = 'SQLite format 3\0'

/** Bytes per page as the file's header says (SQLite's file format, 1.3.2: 1 stands for 65536); 0 where it has no header. */
const readPageSize = async (file: string): Promise<number> => {
  const handle = await open(file, 'r')
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(18), 0, 18, 0)
    if (bytesRead < buffer.length || buffer.toString('latin1', 0, MAGIC.length) !== MAGIC) return 0
    const written = buffer.readUInt16BE(16)
    return written === 1 ? 65_536 : written
  } finally {
    await handle.close()
  }
}

/**
 * What SQLite would open without a word although it is only what a crash or a broken copy left: an empty file and a log
 * without its database are taken for a new database, and a last page that was cut short is filled with zeros. (With a log
 * beside it a page cut short is no fault: the log holds it.)
 * @throws DatabaseError `damaged`
 */
export const refuseRemains = async (file: string): Promise<void> => {
  const size = await sizeOf(file)
  const log = (await sizeOf(`${file}-wal`)) ?? 0
  if (size === 0) throw new DatabaseError('damaged', 'the file is empty')
  if (size === undefined && log > 0) throw new DatabaseError('damaged', 'only its log is left')
  if (size === undefined || log > 0) return
  const pageSize = await readPageSize(file)
  if (pageSize > 0 && size % pageSize > 0) throw new DatabaseError('damaged', 'its last page is cut short')
}
