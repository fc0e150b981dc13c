import { createHash } from 'node:crypto'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { extname, join, relative, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { build, defineConfig, type Plugin, type Rolldown } from 'vite'
import solid from 'vite-plugin-solid'

const compressible = new Set(['.js', '.css', '.html', '.svg', '.json', '.webmanifest', '.txt'])

/** A page that was opened before an update still asks for its own files: those of so many builds stay. */
const buildsKept = 3
/** Milliseconds: whoever builds often must not pull the files from under a page that was opened an hour ago. */
const youngest = 24 * 60 * 60 * 1000

const client = resolve(import.meta.dirname, 'client')

const modifiedAt = (file: string): Promise<number> =>
  stat(file).then(
    (found) => found.mtimeMs,
    () => 0,
  )

type Bundle = Rolldown.OutputBundle

const compress = async (file: string): Promise<void> => {
  const content = await readFile(file)
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  }
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(content, { params }),
    promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
  ])
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)])
}

/** Removes hashed files that none of the last builds is made of. */
const removeOld = async (folder: string, written: readonly string[]): Promise<void> => {
  const list = join(folder, '.vite', 'builds.json')
  const before: readonly (readonly string[])[] = await readFile(list, 'utf8').then(JSON.parse, () => [])
  const builds = [written, ...before].slice(0, buildsKept)
  await writeFile(list, JSON.stringify(builds))
  const kept = new Set(builds.flat())
  for (const name of await readdir(join(folder, 'assets'))) {
    const path = join(folder, 'assets', name)
    const isKept = kept.has(`assets/${name.replace(/\.(?:br|gz)$/, '')}`)
    if (!isKept && (await modifiedAt(path)) < Date.now() - youngest) await rm(path, { force: true })
  }
}

const compressAll = async (folder: string): Promise<void> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && compressible.has(extname(entry.name)) && !entry.parentPath.endsWith('.vite'))
    .map((entry) => join(entry.parentPath, entry.name))
  for (const file of files) {
    if ((await modifiedAt(`${file}.gz`)) < (await modifiedAt(file))) await compress(file)
  }
}

/** Screens that are for the team, at a table with a network; and the first page, which is a list of forums. */
const notWithoutNetwork = /^(?:i18n\/(?:\w+\/)?)?(?:desk|setup|print|welcome)\b/

/** What a phone needs to open any page of a forum without a network, beginning with what `page` itself names. */
const shellFiles = (bundle: Bundle, named: readonly string[]): readonly string[] => {
  const files = new Set<string>(named.filter((name) => bundle[name]?.type === 'asset'))
  const visit = (name: string): void => {
    const chunk = bundle[name]
    if (files.has(name) || chunk?.type !== 'chunk') return
    if (notWithoutNetwork.test(relative(client, chunk.facadeModuleId ?? ''))) return
    files.add(name)
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style)
    for (const each of [...chunk.imports, ...chunk.dynamicImports]) visit(each)
  }
  named.forEach(visit)
  return [...files].sort()
}

/** Builds the service worker, which is given the list of the files of this build: `client/offline/service-worker.ts`. */
const buildWorker = async (folder: string, bundle: Bundle): Promise<void> => {
  const page = await readFile(join(folder, 'index.html'), 'utf8')
  const named = [...page.matchAll(/"\/(assets\/[^"]+)"/g)].map(([, name = '']) => name)
  const entry = named.find((name) => name.endsWith('.js')) ?? ''
  const files = shellFiles(bundle, named).map((name) => `/${name}`)
  const version = createHash('sha256').update(page).update(files.join()).digest('hex').slice(0, 12)
  const plain = (await readdir(join(client, 'public'))).map((name) => `/${name}`)
  await build({
    root: client,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { __BUILD__: JSON.stringify({ version, entry: `/${entry}`, files, plain }) },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: join(client, 'offline', 'service-worker.ts'),
        output: { format: 'iife', entryFileNames: 'sw.js' },
      },
    },
  })
}

/**
 * What follows a build: the service worker, and `.br` and `.gz` beside every text file at the best level, compressed once
 * here so that the server never spends a phone's waiting time on it. Files of earlier builds stay for a while.
 */
const finished = (): Plugin => {
  let folder = ''
  return {
    name: 'finished-files',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir)
    },
    async writeBundle(_options, bundle) {
      await buildWorker(folder, bundle)
      await removeOld(folder, Object.keys(bundle))
      await compressAll(folder)
    },
  }
}

/** What a module needs at once, and what those need: what its `import()` brings later is not among it. */
const neededBy = (start: string, graph: ModuleGraph): ReadonlySet<string> => {
  const found = new Set<string>()
  const visit = (id: string): void => {
    if (found.has(id)) return
    found.add(id)
    for (const each of graph.getModuleInfo(id)?.importedIds ?? []) visit(each)
  }
  visit(start)
  return found
}

interface ModuleGraph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

/**
 * The chunk of a module, where it is not left to the bundler. Left alone it makes some twenty small chunks of what a
 * phone needs for the board; in two (what every page needs, and what the board shares with other pages) they compress by
 * a tenth better.
 */
const chunkOf = (id: string, graph: ModuleGraph): string | null => {
  if (neededBy(join(client, 'main.tsx'), graph).has(id)) return 'common'
  if (id.startsWith(join(client, 'board'))) return null
  return neededBy(join(client, 'board', 'BoardPage.tsx'), graph).has(id) ? 'views' : null
}

export default defineConfig({
  root: 'client',
  plugins: [solid(), finished()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: false,
    manifest: true,
    sourcemap: false,
    target: 'es2022',
    // The content security policy allows files of our own origin only: nothing inline, no data: address.
    assetsInlineLimit: 0,
    // What a page imports is asked for by the server's page where it counts; a list of it all would weigh on everyone.
    modulePreload: false,
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
        codeSplitting: { groups: [{ debugName: 'first load', name: chunkOf }] },
      },
    },
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '/api': { target: `http://localhost:${process.env.PORT ?? 3000}`, ws: true } },
  },
})
