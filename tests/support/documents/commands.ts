import { fencesOf } from './markdown.ts'

/** What a project offers to be typed. */
export interface Offered {
  readonly scripts: ReadonlySet<string>
  /** Words after `npm run forum --`. */
  readonly forumCommands: ReadonlySet<string>
  readonly files: ReadonlySet<string>
}

const ofNpmItself = new Set(['ci', 'install', 'rebuild', 'audit'])
const shorthands = new Set(['start', 'test'])

/** The commands of a document's `sh` blocks, joined where they continue, without comments and variables before them. */
export const commandsOf = (markdown: string): readonly string[] =>
  fencesOf(markdown)
    .filter((fence) => fence.language === 'sh')
    .flatMap((fence) =>
      fence.lines
        .join('\n')
        .replace(/\s*\\\n\s*/g, ' ')
        .split(/\n|&&|;/),
    )
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .map((line) => line.replace(/^(?:\$\s+)?(?:[A-Z_]+=\S*\s+)*/, ''))
    .filter((line) => line !== '')

/** What is wrong with a command, or null. Of commands that are not ours (git, curl) nothing is asked. */
export const faultOf = (command: string, offered: Offered): string | null => {
  const [program, first, second, ...rest] = command.split(/\s+/)
  if (program === 'node' && first !== undefined && /\.ts$/.test(first)) {
    return offered.files.has(first) ? null : `\`${command}\`: there is no ${first}`
  }
  if (program !== 'npm') return null
  if (first === 'run') {
    if (second === undefined || !offered.scripts.has(second))
      return `\`${command}\`: package.json has no script "${second}"`
    const asked = rest[0] === '--' ? rest[1] : undefined
    if (second !== 'forum' || asked === undefined || offered.forumCommands.has(asked)) return null
    return `\`${command}\`: the command line has no "${asked}"`
  }
  if (first !== undefined && (ofNpmItself.has(first) || (shorthands.has(first) && offered.scripts.has(first))))
    return null
  return `\`${command}\`: npm would not know what to do`
}
