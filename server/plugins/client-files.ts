import { existsSync, mkdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply } from 'fastify'
import { boardPages } from '../http/board-page.ts'
import { httpError } from '../http/http-error.ts'
import type { App, Services } from '../services.ts'
import { sendUnknownRoute } from './errors.ts'

const year = 'public, max-age=31536000, immutable'
const isApi = (url: string): boolean => url === '/api' || url.startsWith('/api/') || url.startsWith('/api?')
/** A path whose last part has an ending is a file, not a page. */
const isFile = (url: string): boolean => /\.[A-Za-z0-9]+$/.test(url.split('?')[0] ?? '')

/**
 * The client's built files, compressed when they were built. A file with a hash in its name never changes; the page itself
 * is asked for anew each time, and stands for every address that is not the API's. That of a board has its agenda in it.
 * @param folder absolute path of the built client
 */
export const clientFiles = async (app: App, services: Services, folder: string): Promise<void> => {
  mkdirSync(folder, { recursive: true })
  const hashed = join(folder, 'assets', sep)
  await app.register(fastifyStatic, {
    root: folder,
    preCompressed: true,
    cacheControl: false,
    dotfiles: 'ignore',
    index: false,
    setHeaders: (reply, path) => {
      void reply.header('cache-control', path.startsWith(hashed) ? year : 'no-cache')
    },
  })

  /** By this a phone tells our page from what a Wi-Fi or a proxy puts in its place: the service worker looks for it. */
  const marked = (reply: FastifyReply): FastifyReply => reply.header('x-forum-page', '1')
  const sendPage = (reply: FastifyReply): FastifyReply => {
    if (!existsSync(join(folder, 'index.html'))) throw httpError(503, 'no-client')
    return marked(reply).code(200).sendFile('index.html')
  }
  app.get('/', { schema: { hide: true } }, (_request, reply) => sendPage(reply))
  const sendBoard = boardPages(services, folder)
  app.setNotFoundHandler(async (request, reply) => {
    const { method, url } = request
    const wantsPage = (method === 'GET' || method === 'HEAD') && !isApi(url) && !isFile(url)
    if (!wantsPage) return sendUnknownRoute(request, reply)
    return (await sendBoard(request, marked(reply))) ? reply : sendPage(reply)
  })
}
