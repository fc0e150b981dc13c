import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { holdDatabaseFile } from '../../../db/lock.ts'
import { projectRoot } from '../../support/project-files.ts'
import { type Finished, runScript } from '../../support/run-process.ts'
import { type TemporaryFolder, temporaryFolder } from '../../support/temporary-database.ts'

let folder: TemporaryFolder
beforeEach(async () => {
  folder = await temporaryFolder()
})
afterEach(() => folder.remove())

const brest = join(projectRoot, 'server/example/brest-2024.json')

const forum = (...args: string[]): Promise<Finished> =>
  runScript('server/cli.ts', args, { DATA_DIR: folder.file('data'), PUBLIC_URL: 'https://forum.example.org' })

/** What a command printed, which must be JSON and nothing else. */
const printed = async <T>(...args: string[]): Promise<T> => {
  const { code, out, error } = await forum(...args)
  expect({ code, error }).toEqual({ code: 0, error: '' })
  return JSON.parse(out)
}

interface Created {
  readonly slug: string
  readonly secret: string
  readonly links: object
}
interface Exported {
  readonly epoch: string
  readonly seq: number
  readonly board: {
    readonly slots: readonly { readonly date: string; readonly start: number }[]
    readonly sessions: readonly object[]
    readonly placements: readonly object[]
    readonly doors: Record<string, { readonly opensAt: number | null }>
    readonly frame: { readonly name: string; readonly notice: string; readonly expectedPeople: number }
    readonly cells: readonly { readonly use: object }[]
  }
  readonly people: readonly { readonly name: string }[]
  readonly entries: readonly { readonly seq: number }[]
}

const slug = 'forum-des-usages-cooperatifs-2024'

test('create makes a forum of a file and prints its address, secret and links', async () => {
  const created = await printed<Created>('create', '--from', brest)
  expect(created).toEqual({
    slug,
    secret: expect.stringMatching(/^[\w-]{22}$/),
    links: {
      participants: `https://forum.example.org/${slug}`,
      facilitators: `https://forum.example.org/${slug}/desk#${created.secret}`,
      wall: `https://forum.example.org/${slug}/wall`,
    },
  })
  const { board, seq, entries, people } = await printed<Exported>('export', slug)
  expect(board.frame).toMatchObject({ name: 'Forum des usages coopératifs 2024', expectedPeople: 350 })
  expect(board.frame.notice).toBe('Les salles et les horaires sont un exemple.')
  expect([...new Set(board.slots.map(({ date }) => date))]).toEqual(['2024-07-02', '2024-07-03', '2024-07-04'])
  expect(board.cells.length).toBe(6)
  expect(board.doors).toEqual({
    propose: { opensAt: expect.any(Number), closesAt: null },
    claim: { opensAt: null, closesAt: null },
    star: { opensAt: expect.any(Number), closesAt: null },
  })
  expect(board.sessions).toEqual([])
  expect(people.map(({ name }) => name)).toEqual(['Équipe d’animation'])
  expect(entries.map((entry) => entry.seq)).toEqual(Array.from({ length: seq }, (_, n) => n + 1))
})

test('create --start moves the days, --sample fills them and opens every door', async () => {
  await printed<Created>('create', '--from', brest, '--start', '2027-03-27', '--sample', '--slug', 'essai')
  const { board } = await printed<Exported>('export', 'essai')
  expect([...new Set(board.slots.map(({ date }) => date))]).toEqual(['2027-03-27', '2027-03-28', '2027-03-29'])
  expect([board.sessions.length, board.placements.length]).toEqual([14, 10])
  expect(Object.values(board.doors).every(({ opensAt }) => opensAt !== null)).toBe(true)
  // Summer time begins in the night to the 28th: nine o’clock stays nine o’clock.
  const nine = board.slots.find(({ date }) => date === '2027-03-28')
  expect(new Date(nine?.start ?? 0).toISOString()).toBe('2027-03-28T07:00:00.000Z')
})

test('create reads a flat plan too, and a second one of the same name gets an address of its own', async () => {
  const plan = {
    name: 'Petit forum',
    theme: '',
    place: '',
    timeZone: 'Europe/Paris',
    expectedPeople: null,
    notice: '',
    mode: 'barcamp',
    rooms: [],
    days: [],
    reserved: [],
  }
  await writeFile(folder.file('plan.json'), JSON.stringify(plan))
  const slugs = [
    (await printed<Created>('create', '--from', folder.file('plan.json'))).slug,
    (await printed<Created>('create', '--from', folder.file('plan.json'))).slug,
  ]
  expect(slugs).toEqual(['petit-forum', 'petit-forum-2'])
  expect(await printed('list')).toMatchObject([
    { slug: 'petit-forum', name: 'Petit forum', sessions: 0 },
    { slug: 'petit-forum-2', name: 'Petit forum', sessions: 0 },
  ])
})

describe('S5 what can’t be done is one clear line', () => {
  const cases: readonly (readonly [readonly string[], string])[] = [
    [['create'], 'create needs --from FILE.'],
    [['create', '--from', '/nowhere.json'], "/nowhere.json can't be read."],
    [['create', '--from', brest, '--start', 'demain'], '--start must be a date such as 2026-07-03, not "demain".'],
    [
      ['create', '--from', brest, '--start', '2027-02-30'],
      '--start must be a date such as 2026-07-03, not "2027-02-30".',
    ],
    [['link', 'rien'], 'There is no forum "rien" here: see "list".'],
    [['export', 'rien'], 'There is no forum "rien" here: see "list".'],
    [['export'], 'Expected: SLUG'],
    [['list', 'x'], 'Unexpected: x'],
    [['restore', '/nowhere.db'], "/nowhere.db can't be restored: it does not exist. Nothing was changed."],
  ]
  test.each(cases)('%j', async (args, line) => {
    expect(await forum(...args)).toEqual({ code: 1, out: '', error: `${line}\n` })
  })

  test.each([
    ['not JSON', '{', 'is not JSON.'],
    [
      'another file',
      '{"known":{"name":"X"},"assumed":{"rooms":[],"days":[{"date":"2024-07-99","slots":[]}]}}',
      'is not a forum file. /assumed/days/0/date: this value does not have the expected form.',
    ],
    [
      'a bad zone',
      '{"known":{"name":"X","timeZone":"Mars/Olympus"},"assumed":{"rooms":[],"days":[]}}',
      'This time zone is unknown: write for example Europe/Paris.',
    ],
  ])('%s', async (_what, content, line) => {
    const file = folder.file('bad.json')
    await writeFile(file, content)
    const { code, out, error } = await forum('create', '--from', file)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(error).toMatch(/^[^\n]+\n$/)
    expect(error).toContain(line)
  })

  test('a wrong setting', async () => {
    const { code, error } = await runScript('server/cli.ts', ['list'], { DATA_DIR: folder.path, PUBLIC_URL: 'x' })
    expect({ code, error }).toEqual({
      code: 1,
      error: 'PUBLIC_URL must be like https://forum.example.org, without a path, not "x".\n',
    })
  })

  test('an unknown command, which shows what there is', async () => {
    const { code, error } = await forum('destroy')
    expect(code).toBe(1)
    expect(error).toContain('Unknown command "destroy".')
    expect(error).toContain('backup FILE')
  })
})

test('I3 link makes a new facilitator link, and --revoke ends the older ones', async () => {
  await printed('create', '--from', brest, '--slug', 'essai')
  const made = await printed<{ secret: string }>('link', 'essai', '--revoke')
  expect(made).toEqual({
    slug: 'essai',
    secret: made.secret,
    link: `https://forum.example.org/essai/desk#${made.secret}`,
  })
})

test('L9 backup, change, restore: the board of the backup, in another epoch', async () => {
  await printed('create', '--from', brest, '--slug', 'essai')
  const before = await printed<Exported>('export', 'essai')
  const file = folder.file('copy.db')
  expect(await printed('backup', file)).toEqual({ file })
  expect(await forum('backup', file)).toEqual({
    code: 1,
    out: '',
    error: `${file} exists already: nothing was overwritten.\n`,
  })
  await printed('create', '--from', brest, '--slug', 'plus-tard')
  const restored = await printed<{ epoch: string }>('restore', file)
  const after = await printed<Exported>('export', 'essai')
  expect(after.epoch).toBe(restored.epoch)
  expect(after.epoch).not.toBe(before.epoch)
  expect({ ...after, epoch: '' }).toEqual({ ...before, epoch: '' })
  expect(await printed('list')).toMatchObject([{ slug: 'essai' }])
})

test('L9 while a backup is put in place no other command touches the data, and none is replaced under a command', async () => {
  await printed('create', '--from', brest, '--slug', 'essai')
  const file = folder.file('copy.db')
  await printed('backup', file)
  const restoring = await holdDatabaseFile(folder.file('data'), 'another')
  for (const args of [['create', '--from', brest], ['link', 'essai'], ['setup-link'], ['list']]) {
    const error = `A backup is being restored to ${folder.file('data')}: wait for its end.\n`
    expect(await forum(...args)).toEqual({ code: 1, out: '', error })
  }
  await restoring?.()
  const working = await holdDatabaseFile(folder.file('data'), 'in-place')
  const error = `Another command is at work on ${folder.file('data')}: wait for its end.\n`
  expect(await forum('restore', file)).toEqual({ code: 1, out: '', error })
  expect(await printed('list')).toMatchObject([{ slug: 'essai' }])
  await working?.()
  await printed('restore', file)
})

test('L9 a damaged or foreign file is not restored, and nothing is changed', async () => {
  await printed('create', '--from', brest, '--slug', 'essai')
  const file = folder.file('copy.db')
  await printed('backup', file)
  const bytes = await readFile(file)
  await writeFile(folder.file('torn.db'), bytes.subarray(0, bytes.length / 2))
  await writeFile(folder.file('notes.txt'), 'not a database')
  for (const name of ['torn.db', 'notes.txt']) {
    const { code, error } = await forum('restore', folder.file(name))
    expect(code).toBe(1)
    expect(error).toMatch(/can't be restored: it is .*\. Nothing was changed\.\n$/)
  }
  expect(await printed('list')).toMatchObject([{ slug: 'essai' }])
})

test('setup-link makes a link to create forums with', async () => {
  const { link } = await printed<{ link: string }>('setup-link')
  expect(link).toMatch(/^https:\/\/forum\.example\.org\/new#[\w-]{22}$/)
})
