export interface Import {
  /** As written: './board.ts', 'kysely'. */
  readonly from: string
  /** Gone at run time: `import type`, or only types between the braces. */
  readonly typeOnly: boolean
  /** `export … from`. */
  readonly reExport: boolean
  /** `import(…)`. */
  readonly dynamic: boolean
  readonly line: number
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ')

const comment = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/
const regex = /(?<=[=(,:[!&|?{};]\s*|\breturn\s+)\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+\/[a-z]*/
const string = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/
const tokens = new RegExp([comment, regex, string].map((token) => token.source).join('|'), 'g')

/**
 * The source with comments and regular expressions blanked out, same length and lines; and where asked, the inside of
 * strings too. A template is a string here, with the code in it: nobody hides an import there.
 */
export const withoutComments = (source: string, strings: 'keep' | 'blank' = 'keep'): string =>
  source.replace(tokens, (token: string) => {
    if (token.startsWith('/')) return blank(token)
    return strings === 'blank' ? token.charAt(0) + blank(token.slice(1, -1)) + token.charAt(0) : token
  })

const onlyTypes = (clause: string): boolean => {
  const names = /^\{([^}]*)\}$/.exec(clause.trim())?.[1]
  if (names === undefined) return false
  const list = names.split(',').filter((name) => name.trim() !== '')
  return list.length > 0 && list.every((name) => name.trim().startsWith('type '))
}

const statement = /\b(import|export)\s+(type\s+)?([\w$*{][\w$\s,{}*]*?)\s*from\s*(['"])([^'"\n]+)\4/g
const bare = /\bimport\s*(['"])([^'"\n]+)\1/g
const dynamic = /\bimport\s*\(\s*(['"`])([^'"`\n]+)\1/g

/** Every import of a source file, found by its text: no compiler is needed to read what our own formatter wrote. */
export const importsOf = (source: string): readonly Import[] => {
  const code = withoutComments(source)
  const outsideStrings = withoutComments(source, 'blank')
  const matches = (pattern: RegExp) =>
    [...code.matchAll(pattern)].filter((match) => outsideStrings.charAt(match.index) === match[0].charAt(0))
  const found = [
    ...matches(statement).map((match) => ({
      from: match[5] ?? '',
      typeOnly: match[2] !== undefined || onlyTypes(match[3] ?? ''),
      reExport: match[1] === 'export',
      dynamic: false,
      index: match.index,
    })),
    ...matches(bare).map(({ 2: from = '', index }) => ({
      from,
      typeOnly: false,
      reExport: false,
      dynamic: false,
      index,
    })),
    ...matches(dynamic).map(({ 2: from = '', index }) => ({
      from,
      typeOnly: false,
      reExport: false,
      dynamic: true,
      index,
    })),
  ]
  return found
    .sort((a, b) => a.index - b.index)
    .map(({ index, ...rest }) => ({ ...rest, line: code.slice(0, index).split('\n').length }))
}
