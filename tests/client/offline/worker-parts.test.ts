import { expect, test } from 'vitest'
import { type Build, buildsAfter, keptPaths, kindOf, shellKey } from '../../../client/offline/worker-parts.ts'

const build = (version: string): Build => ({
  version,
  entry: `/assets/common-${version}.js`,
  files: [`/assets/common-${version}.js`, '/assets/same.css'],
  plain: ['/icon.svg'],
})
const origin = 'http://localhost:3000'
const kind = (path: string, isNavigation = false, method = 'GET') =>
  kindOf(new URL(path, origin), origin, method, isNavigation, build('1'))

test('P16 nothing of the API, of another site or that writes is answered from the device', () => {
  for (const path of ['/api', '/api/forums/brest', '/api/forums/brest/me', 'https://elsewhere.example/assets/a.js']) {
    expect([kind(path), kind(path, true)], path).toEqual(['not ours', 'not ours'])
  }
  expect(kind('/brest', true, 'POST')).toBe('not ours')
})

test('P15 every page is the one page, a hashed file a file, and what merely looks like a page is left alone', () => {
  for (const path of ['/', '/brest', '/brest/me', '/brest/room/b102', '/brest/wall?show=now', '/apis']) {
    expect(kind(path, true), path).toBe('page')
  }
  expect([kind('/assets/common-1.js'), kind('/icon.svg'), kind('/robots.txt', true), kind('/brest')]).toEqual([
    'file',
    'plain',
    'not ours',
    'not ours',
  ])
})

test('P17 the files of three builds are kept, newest first; the same build twice is one', () => {
  const four = ['1', '2', '2', '3', '4'].reduce<readonly Build[]>(
    (before, each) => buildsAfter(before, build(each)),
    [],
  )
  expect(four.map(({ version }) => version)).toEqual(['4', '3', '2'])
  expect([...keptPaths(four)].sort()).toEqual(
    [
      '/assets/common-2.js',
      '/assets/common-3.js',
      '/assets/common-4.js',
      '/assets/same.css',
      '/icon.svg',
      ...four.map(shellKey),
    ].sort(),
  )
})
