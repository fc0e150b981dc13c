import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Chromium } from './chromium.ts'

const modules = join(import.meta.dirname, '..', '..', 'node_modules')

/** Not the package's own: those switch the browser's web security off, and we test that it holds. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/** The package unpacks into TMPDIR, with its libraries only where it believes to run on AWS Lambda. */
const unpackInto = async (folder: string): Promise<void> => {
  const script = "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath()"
  const env = { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' }
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: join(modules, '..'),
    env,
    timeout: 120_000,
  })
}

const fontsConf = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
  <match target="pattern">
    <edit name="family" mode="append_last"><string>Open Sans</string></edit>
  </match>
</fontconfig>
`

/** Each time, since the project's folder may have been moved; by a rename, since another browser may be reading it. */
const writeFontsConf = async (folder: string): Promise<void> => {
  const beside = join(folder, 'fonts', `fonts.conf.${process.pid}`)
  await writeFile(beside, fontsConf(folder))
  await rename(beside, join(folder, 'fonts', 'fonts.conf'))
}

/** Unpacks beside and renames, so that two test runs at once never share half a browser. */
const unpackOnce = async (folder: string): Promise<void> => {
  if (existsSync(folder)) return
  await mkdir(join(folder, '..'), { recursive: true })
  const beside = await mkdtemp(`${folder}-`)
  try {
    await unpackInto(beside)
    await rename(beside, folder)
  } catch (error) {
    await rm(beside, { recursive: true, force: true })
    // Another run was faster: its browser is as good as ours.
    if (!existsSync(folder)) throw error
  }
}

/** The Chromium that `npm ci` brings; for Linux x64 only. */
export const chromiumOfPackage = async (): Promise<Chromium | null> => {
  const manifest = join(modules, '@sparticuz', 'chromium', 'package.json')
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(manifest)) return null
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string }
  const folder = join(modules, '.cache', 'forum-ouvert', `chromium-${version}`)
  await unpackOnce(folder)
  await writeFontsConf(folder)
  const libraries = join(folder, 'al2023', 'lib')
  const inherited = process.env.LD_LIBRARY_PATH
  return {
    executablePath: join(folder, 'chromium'),
    args,
    env: {
      LD_LIBRARY_PATH: inherited === undefined || inherited === '' ? libraries : `${libraries}:${inherited}`,
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  }
}
