import { copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { seededRandom } from '../../support/random.ts'
import { type TemporaryFolder, temporaryFolder } from '../../support/temporary-database.ts'
import { makeBurstForum } from './support/burst-forum.ts'
import { buildDiskShim, type Disk, type DiskShim, diskFor } from './support/disk-shim.ts'
import { aftermath, killedBurst } from './support/killed-burst.ts'

// Processes of their own take long to start where the machine is busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let shimFolder: TemporaryFolder
let shim: DiskShim
let folder: TemporaryFolder
let dataDir: string

beforeAll(async () => {
  shimFolder = await temporaryFolder()
  shim = await buildDiskShim(shimFolder)
  return () => shimFolder.remove()
})
beforeEach(async () => {
  folder = await temporaryFolder()
  dataDir = folder.file('data')
  await makeBurstForum(dataDir)
})
afterEach(() => folder.remove())

type Skip = (note: string) => never

const disk = (skip: Skip): Promise<Disk> =>
  shim.type === 'built' ? diskFor(shim.library, folder, dataDir) : skip(shim.why)

test('L13 after a power cut, when only what was synced is left, every acknowledged entry is there', async ({
  skip,
}) => {
  for (const acknowledgements of [1, 25, 400]) {
    const { environment, shadow } = await disk(skip)
    const acknowledged = await killedBurst(dataDir, acknowledgements, { environment })
    const { lost, mismatches } = await aftermath(join(shadow, 'forum.db'), acknowledged)
    expect({ acknowledgements, lost, mismatches }).toEqual({ acknowledgements, lost: [], mismatches: [] })
    // Goes on from there.
    await copyFile(join(shadow, 'forum.db'), join(dataDir, 'forum.db'))
    await writeFile(join(dataDir, 'forum.db-wal'), '')
  }
})

test('L13 this way of cutting the power shows what would be lost if commits were not synced (NORMAL)', async ({
  skip,
}) => {
  const { environment, shadow } = await disk(skip)
  const acknowledged = await killedBurst(dataDir, 40, { environment, synchronous: 'normal' })
  const { lost, mismatches } = await aftermath(join(shadow, 'forum.db'), acknowledged)
  expect(mismatches).toEqual([])
  expect(lost.length).toBeGreaterThanOrEqual(40)
})

/** Blocks of a file that the system had not been told to sync may be on the disk or not, each by itself. */
const block = 4096

const torn = async (synced: string, written: string, keeps: () => boolean): Promise<Buffer> => {
  const [old, recent] = await Promise.all([readFile(synced).catch(() => Buffer.alloc(0)), readFile(written)])
  const result = Buffer.alloc(Math.max(old.length, recent.length))
  for (let at = 0; at < result.length; at += block) {
    const source = keeps() ? old : recent
    source.copy(result, at, at, Math.min(at + block, source.length))
  }
  return result
}

test('L13 whichever unsynced blocks reached the disk, what was acknowledged is there and nothing is there in part', async ({
  skip,
}) => {
  const seed = 20_240_703
  const { below } = seededRandom(seed)
  const { environment, shadow } = await disk(skip)
  const acknowledged = await killedBurst(dataDir, 120, { environment })
  expect((await stat(join(dataDir, 'forum.db-wal'))).size).toBeGreaterThan(0)
  for (let image = 0; image < 25; image += 1) {
    const target = folder.file(`image-${image}`)
    await mkdir(target)
    for (const name of ['forum.db', 'forum.db-wal']) {
      const bytes = await torn(join(shadow, name), join(dataDir, name), () => below(2) === 0)
      await writeFile(join(target, name), bytes)
    }
    const { lost, mismatches } = await aftermath(join(target, 'forum.db'), acknowledged)
    expect({ seed, image, lost, mismatches }).toEqual({ seed, image, lost: [], mismatches: [] })
  }
})
