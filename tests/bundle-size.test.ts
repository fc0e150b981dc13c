import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { languages } from '../shared/language.ts'
import { builtClient } from './support/built-client.ts'
import { firstLoad, type Manifest } from './support/first-load.ts'

/** What a phone on a bad network should have to wait for at most, in bytes after gzip. */
const scriptLimit = 35_000
const styleLimit = 8_000

let built = ''

const gzipped = async (files: readonly string[]): Promise<number> => {
  const sizes = await Promise.all(
    files.map(async (file) => gzipSync(await readFile(join(built, file)), { level: 9 }).length),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

beforeAll(async () => {
  built = await builtClient()
}, 200_000)

test.for([...languages])('U6 the board reaches a phone in 35 kB of script and 8 kB of style (%s)', async (language) => {
  const manifest = JSON.parse(await readFile(join(built, '.vite', 'manifest.json'), 'utf8')) as Manifest
  const page = await readFile(join(built, 'index.html'), 'utf8')
  const load = firstLoad(manifest, page, 'board', language)
  const scripts = await gzipped(load.scripts)
  const styles = await gzipped(load.styles)
  console.log(`board, ${language}: ${scripts} B of script, ${styles} B of style after gzip (${load.chunks.join(', ')})`)
  expect(scripts).toBeLessThanOrEqual(scriptLimit)
  expect(styles).toBeLessThanOrEqual(styleLimit)
})

test('U6 no web font is sent', async () => {
  const files = await readdir(built, { recursive: true })
  expect(files.filter((file) => /\.(?:woff2?|ttf|otf|eot)$/.test(file))).toEqual([])
  const styles = await Promise.all(
    files.filter((file) => file.endsWith('.css')).map((file) => readFile(join(built, file), 'utf8')),
  )
  expect(styles.filter((style) => style.includes('@font-face'))).toEqual([])
})
