import { posix } from 'node:path'
import { type Import, importsOf, withoutComments } from './imports.ts'

export interface SourceFile {
  /** From the project's root, with slashes: 'shared/board.ts'. */
  readonly path: string
  readonly lines: number
  /** Without comments and with empty strings: what is searched for forbidden words. */
  readonly code: string
  readonly imports: readonly ResolvedImport[]
}

export interface ResolvedImport extends Import {
  /** The file of ours that it means ('shared/board.ts'), or null for a package. */
  readonly file: string | null
  /** The package that it means ('kysely', '@fastify/cookie', 'node:fs'), or null for a file of ours. */
  readonly package: string | null
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

const resolved = (path: string, each: Import): ResolvedImport =>
  each.from.startsWith('.')
    ? { ...each, file: posix.join(posix.dirname(path), each.from), package: null }
    : { ...each, file: null, package: packageOf(each.from) }

export const sourceFile = (path: string, text: string): SourceFile => ({
  path,
  lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
  code: withoutComments(text, 'blank'),
  imports: importsOf(text).map((each) => resolved(path, each)),
})

/** 'client/board/BoardPage.tsx' → 'client'. */
export const houseOf = (path: string): string => path.split('/')[0] ?? ''

/** 'client/board/BoardPage.tsx' → 'board'; a file directly in `client` has none. */
export const roomOf = (path: string): string | null => {
  const parts = path.split('/')
  return parts.length > 2 ? (parts[1] ?? null) : null
}
