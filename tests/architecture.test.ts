import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  cycles,
  type FileRule,
  featuresApart,
  houseTable,
  importsExist,
  ownedPackages,
  schemasStayOnTheServer,
} from './support/architecture/import-rules.ts'
import { type SourceFile, sourceFile } from './support/architecture/source-tree.ts'
import {
  fileNames,
  noBarrels,
  noHoles,
  noSilencers,
  pureShared,
  shortFiles,
  strayEntries,
} from './support/architecture/text-rules.ts'
import { filesUnder, keptFiles, projectRoot, readProjectFile } from './support/project-files.ts'

/*
 * DESIGN: who may import whom, and what a file may hold. Each message says what to do. The rules themselves are tested on
 * small made-up files in tests/support/architecture.
 */
const paths = ['shared', 'db', 'server', 'client', 'tests'].flatMap(filesUnder)
const sources: readonly SourceFile[] = paths
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => sourceFile(path, readProjectFile(path)))

const faults = (rule: FileRule): readonly string[] => sources.flatMap(rule)

test('the source is there and is read', () => {
  expect(sources.length).toBeGreaterThan(20)
  expect(sources.flatMap((file) => file.imports).length).toBeGreaterThan(sources.length)
})

test('each folder imports only what it may', () => {
  expect(faults(houseTable)).toEqual([])
})

test('sqlite3, kysely and the schema library stay where they are owned, and shared is pure', () => {
  expect(faults(ownedPackages)).toEqual([])
})

test('no schema reaches a phone', () => {
  expect(faults(schemasStayOnTheServer)).toEqual([])
})

test('in client a feature never imports another feature', () => {
  expect(faults(featuresApart)).toEqual([])
})

test('imports name files that exist', () => {
  expect(faults(importsExist(new Set([...paths, 'package.json'])))).toEqual([])
})

test('imports do not go round', () => {
  expect(cycles(sources)).toEqual([])
})

test('every file is short enough to be read whole', () => {
  expect(faults(shortFiles)).toEqual([])
})

test('shared reads no clock, draws no lots and does not wait', () => {
  expect(faults(pureShared)).toEqual([])
})

test('the types have no holes', () => {
  expect(faults(noHoles)).toEqual([])
  const silenced = sources.flatMap(({ path }) => noSilencers(path, readProjectFile(path)))
  expect(silenced.filter((fault) => !fault.startsWith('tests/support/architecture/'))).toEqual([])
})

test('no file only passes on what others export', () => {
  expect(faults(noBarrels)).toEqual([])
})

test('files are named in one way', () => {
  expect(faults(fileNames)).toEqual([])
})

test('nothing stray lies at the top of the project', () => {
  const kept = new Set(keptFiles().map((path) => path.split('/')[0] ?? ''))
  expect(strayEntries(readdirSync(projectRoot).filter((entry) => kept.has(entry)))).toEqual([])
})
