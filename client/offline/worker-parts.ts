/** What a build of the client is made of, as far as it opens without a network. Put in by vite.config.ts. */
export interface Build {
  /** Changes with the build. */
  readonly version: string
  /** Path of the file that the page of this build begins with. */
  readonly entry: string
  /** Paths of the files with a hash in their name. */
  readonly files: readonly string[]
  /** Paths of the others: icons, the app's manifest. */
  readonly plain: readonly string[]
}

/** The header by which a page of ours is told from what a Wi-Fi, a proxy or a hotel puts in its place. */
export const pageMark = 'x-forum-page'

/** Milliseconds that the network has to bring a page before the device's own takes its place. */
export const pageDeadline = 2500

/** How many builds a device keeps the files of: a page that was opened before an update still finds its own. */
export const buildsKept = 3

/** What a request is for, and so where its answer comes from. The API is never answered from the device (P16). */
export type Kind = 'page' | 'file' | 'plain' | 'not ours'

/** @param isNavigation whether a whole page is asked for */
export const kindOf = (url: URL, origin: string, method: string, isNavigation: boolean, build: Build): Kind => {
  if (method !== 'GET' || url.origin !== origin || url.pathname === '/api' || url.pathname.startsWith('/api/')) {
    return 'not ours'
  }
  if (url.pathname.startsWith('/assets/')) return 'file'
  if (build.plain.includes(url.pathname)) return 'plain'
  return isNavigation && !/\.[A-Za-z0-9]+$/.test(url.pathname) ? 'page' : 'not ours'
}

/** The builds that are kept once this one takes over, newest first. */
export const buildsAfter = (before: readonly Build[], next: Build): readonly Build[] =>
  [next, ...before.filter(({ version }) => version !== next.version)].slice(0, buildsKept)

/** Where the page of a build is kept; no address of the product. */
export const shellKey = ({ version }: Build): string => `/.shell/${version}`

/** All that is kept for these builds. */
export const keptPaths = (builds: readonly Build[]): ReadonlySet<string> =>
  new Set(builds.flatMap((build) => [...build.files, ...build.plain, shellKey(build)]))
