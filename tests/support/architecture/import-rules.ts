import { houseOf, type ResolvedImport, roomOf, type SourceFile } from './source-tree.ts'

/** A rule looks at one file and answers one sentence per fault: what is wrong, and what to do. */
export type FileRule = (file: SourceFile) => readonly string[]

const allowedHouses: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['shared', new Set(['shared'])],
  ['db', new Set(['db', 'shared'])],
  ['server', new Set(['server', 'shared', 'db'])],
  ['client', new Set(['client', 'shared'])],
  ['tests', new Set(['tests', 'shared', 'db', 'server', 'client'])],
])

const at = (file: SourceFile, each: ResolvedImport): string => `${file.path}:${each.line}`

const isSchemaFile = (path: string): boolean => path.endsWith('.schema.ts')

const eachImport =
  (judge: (file: SourceFile, each: ResolvedImport) => string | null): FileRule =>
  (file) =>
    file.imports.flatMap((each) => {
      const fault = judge(file, each)
      return fault === null ? [] : [`${at(file, each)} imports ${each.from}: ${fault}`]
    })

/** The table of who may import whom. */
export const houseTable: FileRule = eachImport((file, each) => {
  const allowed = allowedHouses.get(houseOf(file.path))
  if (each.file === null || allowed === undefined || allowed.has(houseOf(each.file))) return null
  // Name and version, for what the server says of itself; the scripts, for the test of the documents.
  if (each.file === 'package.json' && ['server', 'tests'].includes(houseOf(file.path))) return null
  const names = [...allowed].join(', ')
  return `${houseOf(file.path)} may import only ${names}. Move what both need into shared, or pass it in as an argument.`
})

/** Packages that one place owns, so that they can be exchanged there. */
export const ownedPackages: FileRule = eachImport((file, each) => {
  const house = houseOf(file.path)
  if (each.package === null || house === 'tests') return null
  if (each.package === 'sqlite3' && !file.path.startsWith('db/sqlite/')) {
    return 'only db/sqlite may. Use Kysely through a function in db.'
  }
  if (each.package === 'kysely' && house !== 'db') return 'only db may. Write a function in db that takes the handle.'
  if (each.package === 'typebox') {
    if (house === 'shared' && !isSchemaFile(file.path)) return 'in shared only *.schema.ts may. Move the schema there.'
    if (house === 'client' && !each.typeOnly) return 'no schema library reaches a phone. Use `import type`.'
    if (house === 'db') return 'what db reads was checked at the door. Use a plain type of shared.'
  }
  if (house === 'shared' && each.package !== 'typebox') {
    return 'shared is pure: no package and no Node. Take the value as an argument.'
  }
  if (house === 'client' && each.package.startsWith('node:')) return 'a phone has no Node. Use what the browser has.'
  return null
})

/** Schemas are checked by the server; a phone only knows their types. */
export const schemasStayOnTheServer: FileRule = eachImport((file, each) => {
  if (each.file === null || !isSchemaFile(each.file) || each.typeOnly) return null
  const house = houseOf(file.path)
  if (house === 'client') return 'a schema would bring the schema library to the phone. Use `import type`.'
  if (house === 'shared' && !isSchemaFile(file.path)) {
    return 'shared files reach the phone, and a schema with them. Use `import type`, or move the constant out of the schema.'
  }
  return null
})

/** In client: `sync`, `ui`, `i18n` → one feature folder → files directly in `client`. */
const foundations = new Set(['sync', 'ui', 'i18n', 'styles'])

export const featuresApart: FileRule = eachImport((file, each) => {
  if (houseOf(file.path) !== 'client' || each.file === null || houseOf(each.file) !== 'client') return null
  const from = roomOf(file.path)
  const to = roomOf(each.file)
  if (from === null || from === to) return null
  if (to === null) return 'App is the top; a folder never looks up. Pass it in as a property or a context of sync.'
  if (!foundations.has(to)) {
    return `a feature never imports another (client/${from} → client/${to}). Move what both need to ui or sync.`
  }
  if (from === 'sync' && to === 'ui') return 'sync draws nothing. Let the screen do it.'
  if (from === 'i18n') return 'i18n is at the bottom. Take the value as an argument.'
  return null
})

/** A file of ours is named with its ending, and exists. */
export const importsExist =
  (paths: ReadonlySet<string>): FileRule =>
  (file) =>
    eachImport((_file, each) => {
      if (each.file === null || paths.has(each.file.replace(/\?.*$/, ''))) return null
      return 'there is no such file. Write the path with its ending (.ts, .tsx, .css).'
    })(file)

/** Every cycle of imports, types too, as 'a → b → a'. */
export const cycles = (files: readonly SourceFile[]): readonly string[] => {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path)
    if (start >= 0) {
      const circle = [...trail.slice(start), path].join(' → ')
      found.push(`${circle}: imports go round. Move what both need into a third file.`)
      return
    }
    if (done.has(path)) return
    for (const each of byPath.get(path)?.imports ?? []) {
      if (each.file !== null && !each.dynamic) visit(each.file, [...trail, path])
    }
    done.add(path)
  }
  for (const file of files) visit(file.path, [])
  return found
}
