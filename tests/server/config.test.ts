import { expect, test } from 'vitest'
import { type Config, readConfig } from '../../server/config.ts'

const read = (environment: Record<string, string>): Config => {
  const reading = readConfig(environment)
  if (reading.type === 'wrong') throw new Error(reading.problem)
  return reading.config
}

const problem = (environment: Record<string, string>): string | null => {
  const reading = readConfig(environment)
  return reading.type === 'wrong' ? reading.problem : null
}

test('without settings the server is for this machine only', () => {
  const { version, dataDir, ...rest } = read({})
  expect(rest).toEqual({
    port: 3000,
    host: 'localhost',
    publicUrl: 'http://localhost:3000',
    trustProxy: false,
    logLevel: 'info',
    jobs: {
      backupDir: `${process.cwd()}/data/backups`,
      backupEvery: 86_400_000,
      backupKeep: 14,
      purgeAfterDays: 30,
      metrics: 'loopback',
    },
  })
  expect(version).toMatch(/^\d+\.\d+\.\d+/)
  expect(dataDir).toBe(`${process.cwd()}/data`)
})

test('every setting is read, and an empty one counts as absent', () => {
  const { version: _, ...rest } = read({
    PORT: '8080',
    HOST: '0.0.0.0',
    DATA_DIR: '/srv/forum',
    PUBLIC_URL: 'https://forum.example.org/',
    TRUST_PROXY: '127.0.0.1, 10.0.0.0/8',
    LOG_LEVEL: '',
    BACKUP_DIR: '/mnt/elsewhere',
    BACKUP_EVERY: '12h',
    BACKUP_KEEP: '3',
    PURGE_AFTER_DAYS: '0',
    METRICS: 'off',
  })
  expect(rest).toEqual({
    port: 8080,
    host: '0.0.0.0',
    dataDir: '/srv/forum',
    publicUrl: 'https://forum.example.org',
    trustProxy: ['127.0.0.1', '10.0.0.0/8'],
    logLevel: 'info',
    jobs: {
      backupDir: '/mnt/elsewhere',
      backupEvery: 43_200_000,
      backupKeep: 3,
      purgeAfterDays: 0,
      metrics: 'off',
    },
  })
})

test('the public address follows host and port where it is not set', () => {
  expect(read({ HOST: '0.0.0.0', PORT: '81' }).publicUrl).toBe('http://localhost:81')
  expect(read({ HOST: '::1', PORT: '81' }).publicUrl).toBe('http://[::1]:81')
})

test.each([
  [{ PORT: 'abc' }, 'PORT must be a number from 0 to 65535, not "abc".'],
  [{ PORT: '70000' }, 'PORT must be a number from 0 to 65535, not "70000".'],
  [{ PORT: '-1' }, 'PORT must be a number from 0 to 65535, not "-1".'],
  [{ HOST: 'http://x' }, 'HOST must be an address or a host name such as localhost or 0.0.0.0, not "http://x".'],
  [
    { PUBLIC_URL: 'forum.example.org' },
    'PUBLIC_URL must be like https://forum.example.org, without a path, not "forum.example.org".',
  ],
  [
    { PUBLIC_URL: 'https://example.org/forum' },
    'PUBLIC_URL must be like https://forum.example.org, without a path, not "https://example.org/forum".',
  ],
  [
    { PUBLIC_URL: 'ftp://example.org' },
    'PUBLIC_URL must be like https://forum.example.org, without a path, not "ftp://example.org".',
  ],
  [
    { TRUST_PROXY: '1' },
    'TRUST_PROXY must be true, false, or the addresses of the proxies (127.0.0.1,10.0.0.0/8), not "1".',
  ],
  [{ BACKUP_EVERY: 'daily' }, 'BACKUP_EVERY must be like 30m, 12h or 1d, or off, not "daily".'],
  [{ BACKUP_EVERY: '0h' }, 'BACKUP_EVERY must be like 30m, 12h or 1d, or off, not "0h".'],
  [{ BACKUP_KEEP: '0' }, 'BACKUP_KEEP must be a number from 1 to 1000, not "0".'],
  [{ PURGE_AFTER_DAYS: '-1' }, 'PURGE_AFTER_DAYS must be a number from 0 (never) to 3650, not "-1".'],
  [{ METRICS: 'public' }, 'METRICS must be loopback, off or open, not "public".'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, not "loud".'],
])('S5 %o is one clear line', (environment, line) => {
  expect(problem(environment as Record<string, string>)).toBe(line)
})

test.each(['10.0.0.0/99', '10.0.0.0/33', '10.0.0.0/0', '::1/129', '10.0.0.0/8/8', '10.0.0.0/'])(
  'S5 TRUST_PROXY=%s is one clear line',
  (value) => {
    expect(problem({ TRUST_PROXY: value })).toBe(
      `TRUST_PROXY must be true, false, or the addresses of the proxies (127.0.0.1,10.0.0.0/8), not "${value}".`,
    )
  },
)

test('the backups are not made where they are switched off', () => {
  expect(read({ BACKUP_EVERY: 'off' }).jobs.backupEvery).toBeNull()
})

test('the whole range of a family may be trusted', () => {
  expect(read({ TRUST_PROXY: '10.0.0.1/32,::1/128,fd00::/8' }).trustProxy).toEqual([
    '10.0.0.1/32',
    '::1/128',
    'fd00::/8',
  ])
})
