import { type Build, buildsAfter, keptPaths, kindOf, pageDeadline, pageMark, shellKey } from './worker-parts.ts'

/** Of the types for workers only what is used here: the whole of them contradicts those of a page. */
interface WaitingEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface AskedEvent extends WaitingEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface Scope {
  readonly location: Location
  readonly caches: CacheStorage
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', act: (event: WaitingEvent) => void): void
  addEventListener(type: 'fetch', act: (event: AskedEvent) => void): void
  addEventListener(type: 'message', act: (event: MessageEvent) => void): void
}

declare const self: Scope
/** Put in by vite.config.ts. */
declare const __BUILD__: Build

const build = __BUILD__
const buildsKey = '/.builds'
const openCache = (): Promise<Cache> => self.caches.open('forum-files')

const isOurPage = (response: Response): boolean => response.ok && response.headers.get(pageMark) === '1'

const fetchFile = async (cache: Cache, path: string): Promise<void> => {
  if ((await cache.match(path)) !== undefined) return
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  await cache.put(path, response)
}

/** All or nothing: a page never begins whose files are not all here. */
const install = async (): Promise<void> => {
  const cache = await openCache()
  await Promise.all(build.files.map((path) => fetchFile(cache, path)))
  await Promise.all(build.plain.map((path) => cache.add(new Request(path, { cache: 'reload' }))))
  const page = await fetch('/', { cache: 'no-store' })
  const text = await page.clone().text()
  // The server was updated while this was installed: the next worker has the page of its own build.
  if (!isOurPage(page) || !text.includes(build.entry)) throw new Error('this page is of another build')
  await cache.put(shellKey(build), page)
}

const takeOver = async (): Promise<void> => {
  const cache = await openCache()
  const before: readonly Build[] = (await (await cache.match(buildsKey))?.json()) ?? []
  const builds = buildsAfter(before, build)
  await cache.put(buildsKey, new Response(JSON.stringify(builds)))
  const kept = keptPaths(builds)
  const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname)
  await Promise.all(paths.filter((path) => path !== buildsKey && !kept.has(path)).map((path) => cache.delete(path)))
  // The page that is open already must find its files too when the network goes.
  await self.clients.claim()
}

const nothingKept = (): Response =>
  new Response(
    `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>forum-ouvert</title><h1>Pas de réseau</h1><p>Cet appareil n’a plus de copie du forum. Rechargez cette page quand le
réseau revient.</p><p lang="en">No network, and this device has no copy of the forum left. Reload this page when the
network is back.</p></html>`,
    {
      status: 503,
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'" },
    },
  )

const ownPage = async (): Promise<Response> =>
  (await openCache().then((cache) => cache.match(shellKey(build)))) ?? nothingKept()

/** The network's page where it is ours and in time; else the device's own, which then says how old what it shows is. */
const page = async (request: Request): Promise<Response> => {
  const deadline = new Promise<null>((resolve) => setTimeout(() => resolve(null), pageDeadline))
  const answer = await Promise.race([fetch(request).catch(() => null), deadline])
  if (answer === null) return ownPage()
  // Over https nobody can redirect in the server's place: the forum has moved.
  const hasMoved = answer.type === 'opaqueredirect' && self.location.protocol === 'https:'
  return hasMoved || isOurPage(answer) ? answer : ownPage()
}

/** A file with a hash in its name never changes: where it is kept it is as good as the server's. */
const file = async (request: Request): Promise<Response> => {
  const kept = await self.caches.match(request, { ignoreVary: true, ignoreSearch: true }).catch(() => undefined)
  return kept ?? fetch(request)
}

const plain = async (request: Request): Promise<Response> => {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await self.caches.match(request, { ignoreVary: true })
    if (kept === undefined) throw error
    return kept
  }
}

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(takeOver()))
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting()
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const kind = kindOf(new URL(request.url), self.location.origin, request.method, request.mode === 'navigate', build)
  switch (kind) {
    case 'page':
      return event.respondWith(page(request))
    case 'file':
      return event.respondWith(file(request))
    case 'plain':
      return event.respondWith(plain(request))
    case 'not ours':
      return
    default:
      return kind satisfies never
  }
})
