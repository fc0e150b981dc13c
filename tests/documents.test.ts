import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import { expect, test } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import { commandsOf, faultOf, type Offered } from './support/documents/commands.ts'
import { anchorsOf, linksOf } from './support/documents/markdown.ts'
import { numberedRules, rulesInTitles } from './support/documents/rule-numbers.ts'
import { filesUnder, keptFiles, projectRoot, readProjectFile } from './support/project-files.ts'

/* What the documents say is held to what is there: documents drift where nothing fails. */

const documents = (): readonly string[] => [
  'README.md',
  'ARCHITECTURE.md',
  ...filesUnder('docs').filter((path) => path.endsWith('.md')),
]

const read = (path: string): string => {
  if (!existsSync(join(projectRoot, path))) throw new Error(`${path} is missing: it is part of the project, write it`)
  return readProjectFile(path)
}

const offered = (): Offered => {
  const files = new Set(['server', 'tests', 'db'].flatMap(filesUnder))
  const commandLine = [...files].filter((path) => path === 'server/cli.ts' || path.startsWith('server/cli/'))
  const words = commandLine.flatMap((path) =>
    [...readProjectFile(path).matchAll(/\b[a-z]+(?:-[a-z]+)*\b/g)].map(([word]) => word),
  )
  return { scripts: new Set(Object.keys(packageJson.scripts)), forumCommands: new Set(words), files }
}

test('every command that a document gives can be typed', () => {
  const here = offered()
  const faults = documents().flatMap((path) =>
    commandsOf(read(path)).flatMap((command) => faultOf(command, here)?.replace(/^/, `${path}: `) ?? []),
  )
  expect(faults).toEqual([])
  expect(commandsOf(read('README.md'))).toEqual(expect.arrayContaining(['npm ci', 'npm start', 'npm test']))
})

test('every relative link and image leads somewhere', () => {
  const faults = documents().flatMap((path) =>
    linksOf(read(path)).flatMap((link) => {
      if (/^[a-z]+:/.test(link)) return []
      const [file = '', anchor] = link.split('#')
      const target = file === '' ? path : posix.join(posix.dirname(path), file)
      if (!existsSync(join(projectRoot, target))) return [`${path}: ${link} leads nowhere`]
      if (anchor === undefined || !target.endsWith('.md') || anchorsOf(read(target)).has(anchor)) return []
      return [`${path}: ${target} has no heading for #${anchor}`]
    }),
  )
  expect(faults).toEqual([])
})

const text = /\.(?:ts|tsx|js|mjs|json|md|css|html|svg|sql|sh|yml|yaml|txt|webmanifest)$|^\.ci\/|^[^.]+$/

test('no file names a path of one machine', () => {
  const folders = ['home', 'Users', 'root', 'work'].join('|')
  const oneMachine = new RegExp(
    `(?:^|[\\s"'\`(=:])(?:/(?:${folders})/[\\w.-]+|/tmp/[\\w-]+/[\\w.-]+|[A-Z]:\\\\\\\\?Users)`,
    'gm',
  )
  const faults = keptFiles()
    .filter((path) => text.test(path))
    .flatMap((path) => [...readProjectFile(path).matchAll(oneMachine)].map((match) => `${path}: ${match[0].trim()}`))
  expect(faults).toEqual([])
})

test('every rule number in a test title is a rule, and every rule has a test', () => {
  const rules = numberedRules(read('shared/RULES.md'))
  const titled = new Map<string, string>()
  const tests = filesUnder('tests').filter((path) => /\.ts$/.test(path) && !path.startsWith('tests/support/'))
  for (const path of tests) for (const rule of rulesInTitles(readProjectFile(path))) titled.set(rule, path)
  const unknown = [...titled].filter(([rule]) => !rules.includes(rule))
  expect(unknown.map(([rule, path]) => `${path}: ${rule} is not in shared/RULES.md`)).toEqual([])
  const untested = rules.filter((rule) => !titled.has(rule))
  expect(untested.map((rule) => `${rule} of shared/RULES.md has no test whose title begins with it`)).toEqual([])
  expect(rules.length).toBe(new Set(rules).size)
})
