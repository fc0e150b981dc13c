import { describe, expect, test } from 'vitest'
import packageJson from '../../../package.json' with { type: 'json' }
import { filesUnder, readProjectFile } from '../../support/project-files.ts'

/* What is installed is what was tried: one version each, with its check sum, and two install scripts. */

interface Locked {
  readonly version?: string
  readonly integrity?: string
  readonly link?: boolean
  readonly hasInstallScript?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const lock = JSON.parse(readProjectFile('package-lock.json')) as {
  readonly lockfileVersion: number
  readonly packages: Readonly<Record<string, Locked>>
}
const installed = Object.entries(lock.packages).filter(([at]) => at !== '')

/** Where Node would find a package from a folder of the lock: there, or in one above; undefined where nowhere. */
const found = (from: string, name: string): string | undefined => {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const at = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (at in lock.packages) return at
    if (folder === '') return undefined
  }
}

describe('I15 what is installed', () => {
  test('I15 every dependency is one exact version, and the lock holds that one', () => {
    const wanted = Object.entries({ ...packageJson.dependencies, ...packageJson.devDependencies })
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([])
    expect(wanted.filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version)).toEqual([])
  })

  test('I15 the lock has no gap: each package with a version and a check sum, those of other platforms too', () => {
    expect(lock.lockfileVersion).toBe(3)
    expect(installed.length).toBeGreaterThan(300)
    const bare = installed.filter(
      ([, { version, integrity, link }]) => link || !version || !/^sha512-/.test(integrity ?? ''),
    )
    expect(bare.map(([at]) => at)).toEqual([])
    const gaps = Object.entries(lock.packages).flatMap(([at, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).flatMap((name) =>
        found(at, name) === undefined ? [`${at} needs ${name}`] : [],
      ),
    )
    expect(gaps).toEqual([])
  })

  test('I15 only node and sqlite3 run a script when they are installed, and only they may', () => {
    const scripts = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([at]) => at)
    expect(scripts.sort()).toEqual(['node_modules/node', 'node_modules/sqlite3'])
    const allowed = Object.entries(packageJson.allowScripts).filter(([, isAllowed]) => isAllowed)
    expect(allowed.map(([name]) => name).sort()).toEqual(['node', 'sqlite3'])
  })

  test('I15 what the product itself loads is named in package.json, and nothing is fetched from an address', () => {
    const named = new Set([...Object.keys(packageJson.dependencies), 'node'])
    const sources = ['server', 'db', 'shared', 'client'].flatMap(filesUnder).filter((path) => /\.tsx?$/.test(path))
    // Types are gone before anything runs.
    const loaded = /^import (?!type\b)[^'"]*?from '([^'.][^']*)'|\bimport\('([^'.][^']*)'\)/gm
    const imported = sources.flatMap((path) =>
      [...readProjectFile(path).matchAll(loaded)].map(([, name, later]) => name ?? later ?? ''),
    )
    const packages = imported
      .filter((name) => !name.startsWith('node:'))
      .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name)
    expect([...new Set(packages)].filter((name) => !named.has(name))).toEqual([])
    expect(imported.filter((name) => /^https?:/.test(name))).toEqual([])
  })
})
