import { expect, test } from 'vitest'
import {
  cycles,
  featuresApart,
  houseTable,
  importsExist,
  ownedPackages,
  schemasStayOnTheServer,
} from './import-rules.ts'
import { sourceFile } from './source-tree.ts'
import { fileNames, noBarrels, noHoles, noSilencers, pureShared, shortFiles, strayEntries } from './text-rules.ts'

/** [file, what it holds, how many faults]: each rule is shown something wrong and something right. */
type Case = readonly [path: string, text: string, faults: number]

const count = (rule: (file: ReturnType<typeof sourceFile>) => readonly string[], cases: readonly Case[]): void => {
  const answers = cases.map(([path, text]) => [path, text, rule(sourceFile(path, text)).length])
  expect(answers).toEqual(cases)
}

test('houses import downwards only', () => {
  count(houseTable, [
    ['shared/a.ts', "import { b } from '../db/b.ts'", 1],
    ['shared/a.ts', "import { b } from './rules/b.ts'", 0],
    ['db/a.ts', "import type { b } from '../server/b.ts'", 1],
    ['db/sqlite/a.ts', "import { b } from '../../shared/b.ts'", 0],
    ['server/a.ts', "import { b } from '../client/b.ts'", 1],
    ['server/a.ts', "import { version } from '../package.json'", 0],
    ['client/a.ts', "const b = import('../server/b.ts')", 1],
    ['client/a.ts', "import { b } from '../shared/b.ts'", 0],
    ['client/a.ts', "import { b } from '../tests/b.ts'", 1],
    ['tests/a.ts', "import { b } from '../client/b.ts'", 0],
  ])
})

test('packages stay where they are owned', () => {
  count(ownedPackages, [
    ['db/commit.ts', "import sqlite3 from 'sqlite3'", 1],
    ['db/sqlite/driver.ts', "import sqlite3 from 'sqlite3'", 0],
    ['server/a.ts', "import type { Kysely } from 'kysely'", 1],
    ['db/a.ts', "import type { Kysely } from 'kysely'", 0],
    ['shared/a.ts', "import { Type } from 'typebox'", 1],
    ['shared/a.schema.ts', "import { Type } from 'typebox'", 0],
    ['shared/a.ts', "import { readFile } from 'node:fs'", 1],
    ['server/a.ts', "import { Value } from 'typebox/value'", 0],
    ['client/a.ts', "import { Type } from 'typebox'", 1],
    ['client/a.ts', "import type { Static } from 'typebox'", 0],
    ['client/a.ts', "import { join } from 'node:path'", 1],
    ['tests/a.ts', "import sqlite3 from 'sqlite3'", 0],
  ])
})

test('schemas do not reach a phone', () => {
  count(schemasStayOnTheServer, [
    ['client/a.ts', "import { Hello } from '../shared/protocol.schema.ts'", 1],
    ['client/a.ts', "import type { Hello } from '../shared/protocol.schema.ts'", 0],
    ['client/a.ts', "import { type Hello } from '../shared/protocol.schema.ts'", 0],
    ['shared/a.ts', "import { Hello } from './protocol.schema.ts'", 1],
    ['shared/b.schema.ts', "import { Hello } from './protocol.schema.ts'", 0],
    ['server/a.ts', "import { Hello } from '../shared/protocol.schema.ts'", 0],
  ])
})

test('features do not know each other', () => {
  count(featuresApart, [
    ['client/board/a.tsx', "import { b } from '../wall/b.tsx'", 1],
    ['client/board/a.tsx', "import { b } from '../ui/b.tsx'", 0],
    ['client/board/a.tsx', "import { b } from './b.tsx'", 0],
    ['client/board/a.tsx', "import { b } from '../App.tsx'", 1],
    ['client/App.tsx', "const b = lazy(() => import('./wall/b.tsx'))", 0],
    ['client/ui/a.tsx', "import { b } from '../board/b.tsx'", 1],
    ['client/sync/a.ts', "import { b } from '../ui/b.tsx'", 1],
    ['client/i18n/a.ts', "import { b } from '../sync/b.ts'", 1],
  ])
})

test('imports exist', () => {
  count(importsExist(new Set(['shared/b.ts'])), [
    ['shared/a.ts', "import { b } from './b.ts'", 0],
    ['shared/a.ts', "import { b } from './b'", 1],
    ['shared/a.ts', "import { c } from './c.ts'", 1],
    ['shared/a.ts', "import { c } from 'c'", 0],
  ])
})

test('a cycle is found, also by types; a lazy import is none', () => {
  const a = sourceFile('shared/a.ts', "import { b } from './b.ts'")
  const b = sourceFile('shared/b.ts', "import type { c } from './c.ts'")
  const back = sourceFile('shared/c.ts', "import { a } from './a.ts'")
  const later = sourceFile('shared/c.ts', "const a = () => import('./a.ts')")
  expect(cycles([a, b, back])).toEqual([
    'shared/a.ts → shared/b.ts → shared/c.ts → shared/a.ts: imports go round. Move what both need into a third file.',
  ])
  expect(cycles([a, b, later])).toEqual([])
})

test('long files', () => {
  count(shortFiles, [
    ['shared/a.ts', 'x\n'.repeat(250), 0],
    ['shared/a.ts', 'x\n'.repeat(251), 1],
    ['tests/a.test.ts', 'x\n'.repeat(400), 0],
    ['tests/a.test.ts', 'x\n'.repeat(401), 1],
  ])
})

test('shared is pure', () => {
  count(pureShared, [
    ['shared/a.ts', 'const now = Date.now()', 1],
    ['shared/a.ts', 'const now = new Date()', 1],
    ['shared/a.ts', 'const x = Math.random() + performance.now()', 2],
    ['shared/a.ts', 'setTimeout(f, 1)', 1],
    ['shared/a.ts', 'const id = crypto.randomUUID()', 1],
    ['shared/a.ts', 'const at = Date.parse(text) + Date.UTC(2024, 0)', 0],
    ['shared/a.ts', "// Date.now is not read\nconst word = 'Date.now'", 0],
    ['server/a.ts', 'const now = Date.now()', 0],
  ])
})

test('types have no holes', () => {
  count(noHoles, [
    ['db/a.ts', 'const x = y as any', 1],
    ['db/a.ts', 'const f = (x: any) => x', 1],
    ['db/a.ts', 'const f = (x: any[]) => x', 1],
    ['db/a.ts', 'const m = new Map<string, any>()', 1],
    ['db/a.ts', 'const x = list[0]!.name', 1],
    ['db/a.ts', 'const x = map.get(key)!', 1],
    ['db/a.ts', 'enum Level { Block }', 1],
    ['db/a.ts', 'const x = a !== b && !c || !(d)\nconst any = 1', 0],
    ['db/a.ts', "// any: any!\nconst x = 'a as any!'", 0],
  ])
})

test('barrels, silencers, names, stray entries', () => {
  count(noBarrels, [
    ['client/ui/index.ts', "export { a } from './a.ts'", 1],
    ['client/ui/a.ts', 'export const a = 1', 0],
  ])
  expect(noSilencers('a.ts', 'x\n// @ts-ignore\ny').length).toBe(1)
  expect(noSilencers('a.ts', 'x').length).toBe(0)
  count(fileNames, [
    ['client/ui/Card.tsx', '', 0],
    ['client/ui/cardOf.ts', '', 1],
    ['client/ui/Card.ts', '', 1],
    ['shared/commands/venue.schema.ts', '', 0],
    ['tests/shared/board.test.ts', '', 0],
  ])
  expect(strayEntries(['server', 'README.md', 'utils', 'notes.md']).length).toBe(2)
})

test('a fault says where and what to do', () => {
  expect(houseTable(sourceFile('db/a.ts', "\nimport { b } from '../server/b.ts'"))).toEqual([
    'db/a.ts:2 imports ../server/b.ts: db may import only db, shared. Move what both need into shared, or pass it in as an argument.',
  ])
})
