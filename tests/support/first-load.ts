/** What Vite's manifest says of one chunk; only what is read here. */
export interface ManifestChunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
  readonly css?: readonly string[]
}

/** By source path from `client` ('board/BoardPage.tsx'), or name ('_common-abc.js'). */
export type Manifest = Readonly<Record<string, ManifestChunk>>

export interface FirstLoad {
  /** Manifest keys that are loaded, for the report. */
  readonly chunks: readonly string[]
  /** Built files, from the folder of the build. */
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
}

const folderOf = (key: string): string => (key.includes('/') ? (key.split('/')[0] ?? '') : '')

/** The words that every screen shares, and the screen's own, of one language. */
const isWordsOf = (screen: string, language: string, key: string): boolean =>
  [`i18n/${language}.ts`, `i18n/${screen}.ts`, `i18n/${language}/${screen}.ts`].includes(key)

/**
 * Whether a lazily loaded chunk is fetched before the screen is there: the screen's own route, the words of the language
 * in use, and what is nobody's screen (a layout beside App). What a screen loads of itself later is not.
 */
const isAwaited = (from: string, to: string, screen: string, language: string): boolean => {
  const folder = folderOf(to)
  if (folder === 'i18n') return isWordsOf(screen, language, to)
  if (folder === screen) return folderOf(from) !== screen
  return folder === ''
}

/**
 * The files that a phone fetches until a screen is shown for the first time.
 * @param page the built index.html: what it asks for by itself comes first
 * @param screen its folder in `client`, for example 'board'
 * @throws where the manifest holds no route of that screen: then this would measure nothing
 */
export const firstLoad = (manifest: Manifest, page: string, screen: string, language: string): FirstLoad => {
  const chunks = new Set<string>()
  const visit = (key: string): void => {
    const chunk = manifest[key]
    if (chunk === undefined) throw new Error(`the manifest names ${key} and does not hold it`)
    if (chunks.has(key)) return
    chunks.add(key)
    for (const each of chunk.imports ?? []) visit(each)
    for (const each of chunk.dynamicImports ?? []) if (isAwaited(key, each, screen, language)) visit(each)
  }
  for (const [key, chunk] of Object.entries(manifest)) if (page.includes(`/${chunk.file}"`)) visit(key)
  if (![...chunks].some((key) => folderOf(key) === screen)) {
    throw new Error(
      `no route of client/${screen} is loaded lazily: look at the route lines, or tell tests/support/first-load.ts`,
    )
  }
  const loaded = [...chunks].flatMap((key) => manifest[key] ?? [])
  return {
    chunks: [...chunks],
    scripts: [...new Set(loaded.map((chunk) => chunk.file).filter((file) => file.endsWith('.js')))],
    styles: [...new Set(loaded.flatMap((chunk) => chunk.css ?? []))],
  }
}
