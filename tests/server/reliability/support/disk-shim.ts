import { execFile } from 'node:child_process'
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TemporaryFolder } from '../../../support/temporary-database.ts'

const run = promisify(execFile)
const source = join(import.meta.dirname, 'disk-shim.c')

/** What stands between a process and its disk; or why there is none here. */
export type DiskShim =
  | { readonly type: 'built'; readonly library: string }
  | { readonly type: 'missing'; readonly why: string }

/** Compiles it with the compiler that `sqlite3` needs too. Linux with glibc only: it takes the place of calls of its library. */
export const buildDiskShim = async (folder: TemporaryFolder): Promise<DiskShim> => {
  if (process.platform !== 'linux') return { type: 'missing', why: 'the disk can be stood in for on Linux only' }
  const library = folder.file('disk-shim.so')
  try {
    await run('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl', '-lpthread'])
    return { type: 'built', library }
  } catch {
    return { type: 'missing', why: 'there is no C compiler (cc) to build the stand-in for the disk with' }
  }
}

export interface Disk {
  /** For the process that writes. */
  readonly environment: Readonly<Record<string, string>>
  /** Where the files are as they would be after a power cut. */
  readonly shadow: string
  order(what: 'nothing' | 'sync-fails' | 'is-full'): Promise<void>
}

const letters = { nothing: '', 'sync-fails': 'f', 'is-full': 'n' } as const

/** A disk for the files of a data folder, which nobody has open yet: all that is there counts as synced. */
export const diskFor = async (library: string, folder: TemporaryFolder, dataDir: string): Promise<Disk> => {
  const shadow = folder.file('shadow')
  const orders = folder.file('order')
  await rm(shadow, { recursive: true, force: true })
  await mkdir(dataDir, { recursive: true })
  await cp(dataDir, shadow, { recursive: true })
  await writeFile(orders, '')
  return {
    environment: { LD_PRELOAD: library, DISK_FOLDER: dataDir, DISK_SHADOW: shadow, DISK_ORDER: orders },
    shadow,
    order: (what) => writeFile(orders, letters[what]),
  }
}
