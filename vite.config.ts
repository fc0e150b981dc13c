import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'
import solid from 'vite-plugin-solid'

const compressible = new Set(['.js', '.css', '.html', '.svg', '.json', '.webmanifest', '.txt'])

/** A page that was opened before an update still asks for its own files. */
const oldFilesKeptFor = 30 * 24 * 60 * 60 * 1000

const modifiedAt = (file: string): Promise<number> =>
  stat(file).then(
    (found) => found.mtimeMs,
    () => 0,
  )

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

/**
 * Writes `.br` and `.gz` beside every text file of the build, at the best level: compressed once here, so that the server
 * never spends a phone's waiting time on it. Files of earlier builds stay for a month, then they are removed.
 */
const compressed = (): Plugin => {
  let folder = ''
  return {
    name: 'compressed-files',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir)
    },
    async writeBundle(_options, bundle) {
      const written = new Set(Object.keys(bundle).map((name) => join(folder, name)))
      const entries = await readdir(folder, { recursive: true, withFileTypes: true })
      const files = entries
        .filter(
          (entry) => entry.isFile() && compressible.has(extname(entry.name)) && !entry.parentPath.endsWith('.vite'),
        )
        .map((entry) => join(entry.parentPath, entry.name))
      for (const file of files) {
        const modified = await modifiedAt(file)
        const isOld = file.startsWith(join(folder, 'assets')) && !written.has(file)
        if (isOld && modified < Date.now() - oldFilesKeptFor) {
          await Promise.all([file, `${file}.br`, `${file}.gz`].map((each) => rm(each, { force: true })))
        } else if ((await modifiedAt(`${file}.gz`)) < modified) {
          await compress(file)
        }
      }
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

const client = resolve(import.meta.dirname, 'client')

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
  plugins: [solid(), compressed()],
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
