import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const page = join(root, 'dist', 'client', 'index.html')
/** All that the built client depends on. */
const sources = ['client', 'shared', 'vite.config.ts', 'package-lock.json'].map((name) => join(root, name))

/** When a file, or the newest thing in a folder, was changed; 0 where there is none. */
const newestIn = async (path: string): Promise<number> => {
  const found = await stat(path).catch(() => null)
  if (found === null) return 0
  if (!found.isDirectory()) return found.mtimeMs
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  // A folder's own time tells that something in it was removed.
  const times = entries.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).mtimeMs)
  return Math.max(found.mtimeMs, ...(await Promise.all(times)))
}

/** Whether the built client is missing, or older than one of its sources. */
export const isClientStale = async (): Promise<boolean> => {
  const built = await newestIn(page)
  return built === 0 || Math.max(...(await Promise.all(sources.map(newestIn)))) > built
}

/** Builds the client where it is missing or older than its sources. @throws whatever Vite finds wrong */
export const ensureClientBuilt = async (): Promise<void> => {
  if (!(await isClientStale())) return
  // Loaded only when needed: a start with a built client does without it.
  const { build } = await import('vite')
  process.stderr.write('Building the interface…\n')
  await build({ root: join(root, 'client'), configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
}
