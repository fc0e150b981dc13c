import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

export const projectRoot = join(import.meta.dirname, '..', '..')

const notOurs = new Set(['node_modules', '.git', 'dist', 'data', '.out'])

/** Every file under a folder of the project ('shared', '.'), from the root with slashes; what is built is left out. */
export const filesUnder = (folder: string): readonly string[] => {
  const walk = (path: string): readonly string[] =>
    readdirSync(join(projectRoot, path), { withFileTypes: true }).flatMap((entry) => {
      if (notOurs.has(entry.name)) return []
      const inside = join(path, entry.name)
      if (entry.isDirectory()) return walk(inside)
      return entry.isFile() ? [inside.split(sep).join('/')] : []
    })
  return walk(folder)
}

export const readProjectFile = (path: string): string => readFileSync(join(projectRoot, path), 'utf8')

/** What git keeps, or would keep; where there is no git (a downloaded archive), every file. */
export const keptFiles = (): readonly string[] => {
  try {
    const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
      cwd: projectRoot,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const present = new Set(filesUnder('.'))
    return listed.split('\0').filter((path) => present.has(path))
  } catch {
    return filesUnder('.')
  }
}
