import type { FileRule } from './import-rules.ts'
import { houseOf, type SourceFile } from './source-tree.ts'

const longest: ReadonlyMap<string, number> = new Map([
  ['shared', 250],
  ['db', 250],
  ['server', 250],
  ['client', 250],
  ['tests', 400],
])

/** Short enough to be read whole. */
export const shortFiles: FileRule = (file) => {
  const limit = longest.get(houseOf(file.path)) ?? 250
  if (file.lines <= limit) return []
  return [
    `${file.path} has ${file.lines} lines, the limit is ${limit}: it is more than one thing. Split it by what it is about.`,
  ]
}

interface ForbiddenWord {
  readonly pattern: RegExp
  readonly instead: string
}

const lineAt = (code: string, index: number): number => code.slice(0, index).split('\n').length

const occurrences = (file: SourceFile, words: readonly ForbiddenWord[]): readonly string[] =>
  words.flatMap(({ pattern, instead }) =>
    [...file.code.matchAll(pattern)].map(
      (match) => `${file.path}:${lineAt(file.code, match.index)} has \`${match[0].trim()}\`: ${instead}`,
    ),
  )

const clock = 'shared never reads the clock. Take `now: Instant` as an argument.'
const timers = 'shared does not wait. Let the caller wait, and pass the time in.'

const impure: readonly ForbiddenWord[] = [
  { pattern: /\bDate\.now\b/g, instead: clock },
  { pattern: /\bnew Date\b/g, instead: clock },
  { pattern: /(?<!new )\bDate\(/g, instead: clock },
  { pattern: /\bTemporal\.Now\b/g, instead: clock },
  { pattern: /\bperformance\b(?=\s*\.)/g, instead: clock },
  { pattern: /\bMath\.random\b/g, instead: 'shared draws no lots. Take the random value or the id as an argument.' },
  { pattern: /\bcrypto\b(?=\s*\.)/g, instead: 'shared draws no lots. Take the random value or the id as an argument.' },
  { pattern: /\b(?:setTimeout|setInterval|setImmediate|queueMicrotask|requestAnimationFrame)\b/g, instead: timers },
  {
    pattern: /\b(?:process|globalThis|window|document|localStorage)\b(?=\s*\.)/g,
    instead: 'shared has no surroundings. Take the value as an argument.',
  },
]

/** Nothing in shared depends on when, where or how often it runs. */
export const pureShared: FileRule = (file) => (houseOf(file.path) === 'shared' ? occurrences(file, impure) : [])

const unsafe: readonly ForbiddenWord[] = [
  { pattern: /\bas any\b/g, instead: 'say the type, or check it at the door with a schema.' },
  {
    pattern: /(?:[:<|&]\s*any\b(?=\s*(?:[,;)>\]|&=}]|\[\]|\n|$))|,\s*any\s*>)/g,
    instead: 'use `unknown` and narrow it.',
  },
  {
    pattern: /[\w$)\]]!(?=[.[(;,)\]}]|\s*(?:\n|$|[?:&|]))/g,
    instead: 'no non-null assertion: handle the missing case, or make it impossible by the type.',
  },
  { pattern: /\benum\s+\w+\s*\{/g, instead: 'use a union of strings.' },
]

/** No hole in the types. */
export const noHoles: FileRule = (file) => occurrences(file, unsafe)

/** A file that only passes on what others export hides where things are. */
export const noBarrels: FileRule = (file) => {
  const passesOn = file.imports.filter((each) => each.reExport)
  if (passesOn.length === 0) return []
  return [
    `${file.path} re-exports from ${passesOn.map((each) => each.from).join(', ')}: no barrels. Import from where it is written.`,
  ]
}

/** Comments that silence the compiler or the linter, looked for in the text as it is written. */
export const noSilencers = (path: string, text: string): readonly string[] =>
  [...text.matchAll(/@ts-(?:ignore|expect-error|nocheck)|biome-ignore-all/g)].map(
    (match) => `${path}:${lineAt(text, match.index)} has ${match[0]}: repair what is complained about.`,
  )

const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)*$/
const pascal = /^[A-Z][A-Za-z0-9]*\.tsx$/

/** Files are kebab-case, components Pascal. */
export const fileNames: FileRule = (file) => {
  const name = file.path.split('/').at(-1) ?? ''
  if (kebab.test(name) || pascal.test(name)) return []
  return [`${file.path}: name files in kebab-case (board-store.ts) and components in Pascal case (SessionCard.tsx).`]
}

const topLevel = new Set(
  `package.json package-lock.json tsconfig.json vite.config.ts biome.json server client shared db tests docs README.md
   ARCHITECTURE.md LICENSE .ci .gitignore node_modules dist data .git`.split(/\s+/),
)

/** Entries at the top of the project that have no place there. */
export const strayEntries = (entries: readonly string[]): readonly string[] =>
  entries
    .filter((entry) => !topLevel.has(entry))
    .map((entry) => `${entry} at the top of the project: put it in server, client, shared, db, tests or docs.`)
