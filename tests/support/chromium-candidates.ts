import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { access, constants, glob } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { chromium as playwright } from 'playwright-core'
import type { Chromium } from './chromium.ts'
import { chromiumOfPackage } from './chromium-package.ts'

/** One place where a Chromium may be found. `find` answers null where there is nothing, and throws where that is broken. */
export interface Candidate {
  readonly name: string
  readonly find: () => Promise<Chromium | null>
}

const plain = (executablePath: string): Chromium => ({ executablePath, args: [], env: {} })

const canRun = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  )

const firstThatRuns = async (files: readonly string[]): Promise<Chromium | null> => {
  for (const file of files) if (await canRun(file)) return plain(file)
  return null
}

const commands = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']

const onPath = (): string[] =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) =>
      commands.map((command) => join(folder, process.platform === 'win32' ? `${command}.exe` : command)),
    )

const usualPlaces = (): string[] => {
  if (process.platform === 'darwin') {
    const names = ['Chromium', 'Google Chrome']
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      names.map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
    )
  }
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    const programs = [
      join('Chromium', 'Application', 'chrome.exe'),
      join('Google', 'Chrome', 'Application', 'chrome.exe'),
    ]
    return roots.flatMap((root) => (root === undefined ? [] : programs.map((program) => join(root, program))))
  }
  return ['/opt/google/chrome/chrome', '/snap/bin/chromium', '/usr/lib/chromium/chromium']
}

const playwrightFolder = (): string => {
  const chosen = process.env.PLAYWRIGHT_BROWSERS_PATH
  if (chosen !== undefined && chosen !== '0') return chosen
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'ms-playwright')
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright')
  return join(homedir(), '.cache', 'ms-playwright')
}

const playwrightDownload = async (): Promise<Chromium | null> => {
  const found = [playwright.executablePath()]
  const names = '{chrome,headless_shell,chrome-headless-shell,chrome.exe,Chromium,Google Chrome for Testing}'
  for await (const file of glob(`chromium*/**/${names}`, { cwd: playwrightFolder() })) {
    found.push(join(playwrightFolder(), file))
  }
  return firstThatRuns(found)
}

/** Only in continuous integration: nobody's own machine gets a package installed by a test run. */
const debianPackage = async (): Promise<Chromium | null> => {
  const mayInstall = process.env.CI === 'true' && process.getuid?.() === 0 && existsSync('/etc/debian_version')
  if (!mayInstall) return null
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 300_000 }
  await promisify(execFile)('apt-get', ['update'], options)
  const packages = ['chromium', 'fonts-dejavu-core']
  await promisify(execFile)('apt-get', ['install', '--yes', '--no-install-recommends', ...packages], options)
  return firstThatRuns(['/usr/bin/chromium'])
}

const fromEnvironment = async (): Promise<Chromium | null> => {
  const file = process.env.CHROMIUM_PATH
  if (file === undefined || file === '') return null
  if (!(await canRun(file))) throw new Error(`${file} cannot be run`)
  return plain(file)
}

/** All places where a Chromium may be, in the order in which they are tried. */
export const candidates = (): readonly Candidate[] => [
  { name: 'CHROMIUM_PATH', find: fromEnvironment },
  { name: 'the npm package @sparticuz/chromium', find: chromiumOfPackage },
  { name: 'an installed Chromium', find: () => firstThatRuns([...onPath(), ...usualPlaces()]) },
  { name: "Playwright's download", find: playwrightDownload },
  { name: "Debian's package", find: debianPackage },
]
