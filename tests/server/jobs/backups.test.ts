import { chmod, mkdir, readdir, rename, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verifyBackup } from '../../../db/backup.ts'
import { inspect } from '../../../db/inspect.ts'
import { Backups } from '../../../server/jobs/backups.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/time.ts'
import { before, claim, propose, sessionId } from '../../support/boards.ts'
import { type TestApp, testApp } from '../../support/test-app.ts'
import { slotId } from '../../support/test-plan.ts'
import { type VirtualTime, virtualTime } from '../../support/virtual-time.ts'

let server: TestApp
let time: VirtualTime
let backups: Backups
let folder: string
const made: Backups[] = []

beforeEach(async () => {
  time = virtualTime(before)
  server = await testApp({ clock: time, environment: { PURGE_AFTER_DAYS: '0' } })
  folder = server.database.folder.file('backups')
  backups = of({})
})
afterEach(async () => {
  for (const each of made.splice(0)) each.stop()
  await server.close()
})

const of = (settings: Partial<ConstructorParameters<typeof Backups>[1]>): Backups => {
  const settled = { backupDir: folder, backupEvery: DAY, backupKeep: 3, ...settings }
  const each = new Backups(server.services, settled)
  made.push(each)
  return each
}

const files = async (): Promise<readonly string[]> => (await readdir(folder)).sort()
const troubles = () => server.services.troubles.all.map(({ kind }) => kind)

/** Moves on, and waits for what that began. */
const pass = async (milliseconds: number, done: () => boolean): Promise<void> => {
  time.advance(milliseconds)
  while (!done()) await new Promise((resolve) => setImmediate(resolve))
}

describe('L12 scheduled backups', () => {
  test('L12 one is a whole database, checked as a restore would', async () => {
    const ana = await server.join('Ana')
    await server.command(ana, propose(1))
    await server.command(ana, claim(1, 'b101', slotId('0930')))
    const file = await backups.run()
    expect(file).toBe(join(folder, 'forum-2024-07-02T180000Z.db'))
    expect([await inspect(file ?? ''), await verifyBackup(file ?? '')]).toEqual(['sound', []])
    expect(await files()).toEqual(['forum-2024-07-02T180000Z.db'])
  })

  test('L12 the newest are kept, and nothing that is not a backup of ours is touched', async () => {
    await mkdir(folder)
    await writeFile(join(folder, 'recipes.db'), 'mine')
    await writeFile(join(folder, 'forum-2020-01-01T000000Z.db.part'), 'of one that was killed')
    for (let n = 0; n < 5; n += 1) {
      expect(await backups.run()).not.toBeNull()
      time.advance(HOUR)
    }
    expect(await files()).toEqual([
      'forum-2024-07-02T200000Z.db',
      'forum-2024-07-02T210000Z.db',
      'forum-2024-07-02T220000Z.db',
      'recipes.db',
    ])
  })

  test('L12 the first comes a minute after the start, the next a day later; after a restart when it is due', async () => {
    await backups.start()
    time.advance(MINUTE - 1)
    expect(backups.made).toBe(0)
    await pass(1, () => backups.made === 1)
    time.advance(DAY - 1)
    expect(backups.made).toBe(1)
    await pass(1, () => backups.made === 2)
    backups.stop()
    time.advance(DAY / 2)
    const again = of({})
    await again.start()
    time.advance(DAY / 2 - 1)
    expect(again.made).toBe(0)
    await pass(1, () => again.made === 1)
    expect((await files()).length).toBe(3)
  })

  test('L12 one from the future, after a clock was set right, does not put the next off', async () => {
    await mkdir(folder)
    await writeFile(join(folder, 'forum-2099-01-01T000000Z.db'), '')
    await backups.start()
    await pass(DAY, () => backups.made === 1)
  })

  test('L12 one that fails is said by health and tried again within the hour; the older ones stay, people go on', async () => {
    expect(await backups.run()).not.toBeNull()
    await backups.start()
    await rename(folder, `${folder}-away`)
    await writeFile(folder, 'a file where the folder was')
    await pass(DAY, () => backups.failed === 1)
    expect(troubles()).toEqual(['backup'])
    const ana = await server.join('Ana')
    expect((await server.command(ana, propose(1))).status).toBe(200)
    await rename(folder, `${folder}-file`)
    await rename(`${folder}-away`, folder)
    await pass(HOUR, () => backups.made === 2)
    expect([troubles(), (await files()).length]).toEqual([[], 2])
  })

  test('L12 a folder that can’t be written is a failure, not an end', async ({ skip }) => {
    skip(process.getuid?.() === 0, 'needs another user than root, who may write everywhere')
    await mkdir(folder)
    await chmod(folder, 0o500)
    expect(await backups.run()).toBeNull()
    expect(troubles()).toEqual(['backup'])
    await chmod(folder, 0o700)
  })

  test('L12 a copy whose board and placements disagree is put aside and said; it replaces no good one', async () => {
    const ana = await server.join('Ana')
    await server.command(ana, propose(1))
    await server.command(ana, claim(1, 'b101', slotId('0930')))
    expect(await backups.run()).not.toBeNull()
    time.advance(HOUR)
    await sql`delete from placement where session_id = ${sessionId(1)}`.execute(server.services.db)
    expect(await backups.run()).toBeNull()
    expect(await files()).toEqual(['forum-2024-07-02T180000Z.db', 'forum-doubtful.db'])
    expect(troubles()).toContain('backup')
  })

  test('L12 nothing is made where it is switched off', async () => {
    const off = of({ backupEvery: null })
    await off.start()
    time.advance(30 * DAY)
    expect([off.made, off.failed]).toEqual([0, 0])
  })

  test('L12 a backup that was cut short afterwards is refused by name, and never taken for sound', async () => {
    const file = (await backups.run()) ?? ''
    await truncate(file, 8192)
    expect(await inspect(file)).toBe('damaged')
  })
})
