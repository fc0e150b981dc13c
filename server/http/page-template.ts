import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from '../../shared/language.ts'

/** The built page, with places for what is known before it is sent. */
export interface PageTemplate {
  /** Changes with each build. */
  readonly version: string
  fill(parts: PageParts): string
}

export interface PageParts {
  readonly language: Language
  /** Already HTML. */
  readonly title: string
  readonly accent: string
  /** Already HTML; takes the place of the empty root. */
  readonly body: string
}

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

/** What the board will ask for by itself, asked for by the page: its code without waiting, its styles before it is drawn. */
const boardLinks = (manifest: Readonly<Record<string, Chunk>>, language: Language, page: string): string => {
  const chunks = new Set<Chunk>()
  const visit = (key: string): void => {
    const chunk = manifest[key]
    if (chunk === undefined || chunks.has(chunk)) return
    chunks.add(chunk)
    for (const each of chunk.imports ?? []) visit(each)
  }
  visit('board/BoardPage.tsx')
  visit(`i18n/${language}.ts`)
  const missing = (file: string): boolean => !page.includes(`/${file}"`)
  const styles = [...new Set([...chunks].flatMap(({ css }) => css ?? []))].filter(missing)
  const scripts = [...chunks].map(({ file }) => file).filter(missing)
  return [
    ...styles.map((file) => `<link rel="stylesheet" crossorigin href="/${file}">`),
    ...scripts.map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`),
  ].join('\n    ')
}

const template = (page: string, manifest: Readonly<Record<string, Chunk>>): PageTemplate => ({
  version: createHash('sha256').update(page).digest('base64url').slice(0, 16),
  fill: ({ language, title, accent, body }) =>
    page
      .replace('<html lang="fr">', () => `<html lang="${language}" data-accent="${accent}">`)
      .replace(/<title>[^<]*<\/title>/, () => `<title>${title}</title>`)
      .replace('</head>', () => `  ${boardLinks(manifest, language, page)}\n  </head>`)
      .replace('<div id="app"></div>', () => `<div id="app">${body}</div>`),
})

const readManifest = async (folder: string): Promise<Readonly<Record<string, Chunk>>> => {
  const text = await readFile(join(folder, '.vite', 'manifest.json'), 'utf8').catch(() => '{}')
  return JSON.parse(text)
}

/**
 * Reads the page of a built client, anew where it was built anew.
 * @returns what gives the template; null where nothing is built
 */
export const pageTemplates = (folder: string): (() => Promise<PageTemplate | null>) => {
  const file = join(folder, 'index.html')
  let kept: { readonly modified: number; readonly template: PageTemplate } | undefined
  return async () => {
    const modified = await stat(file).then(
      (found) => found.mtimeMs,
      () => null,
    )
    if (modified === null) return null
    if (kept?.modified === modified) return kept.template
    const [page, manifest] = await Promise.all([readFile(file, 'utf8'), readManifest(folder)])
    kept = { modified, template: template(page, manifest) }
    return kept.template
  }
}
