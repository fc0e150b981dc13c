import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Language, languages } from '../../shared/language.ts'
import type { LocalDate } from '../../shared/time.ts'
import type { LiveForum } from '../board/live-forum.ts'
import { languageOf } from '../plugins/errors.ts'
import type { Services } from '../services.ts'
import { type AgendaParts, agendaHtml, escapeHtml, firstDay } from './agenda-html.ts'
import { matchesEtag } from './etag.ts'
import { type PageTemplate, pageTemplates } from './page-template.ts'

const compress = promisify(gzip)

interface KeptPage {
  /** What it was made of. */
  readonly of: string
  readonly etag: string
  readonly plain: Buffer
  readonly gzipped: Promise<Buffer>
}

/** `/brest-2024` or `/brest-2024?day=…`: the address of a board. */
const boardAddress = /^\/([A-Za-z0-9_-]+)\/?(?:\?|$)/

/** What was chosen on this device (`client/i18n/language.ts` sets the cookie), else what its browser prefers. */
const chosenLanguage = (request: FastifyRequest): Language =>
  languages.find((language) => language === request.cookies.lang) ?? languageOf(request)

/**
 * The page of a board with its agenda in it: text to read at once on a slow line, whole without any script. Made anew only
 * when an entry, a name or the hour changed it; the board itself takes its place when its code is there.
 * @param folder absolute path of the built client
 * @returns what answers a request for a board that there is, and says whether it did
 */
export const boardPages = (services: Services, folder: string) => {
  const templateOf = pageTemplates(folder)
  const kept = new WeakMap<LiveForum, Map<string, KeptPage>>()

  const made = (of: string, parts: AgendaParts, language: Language, page: PageTemplate): KeptPage => {
    const { name, accent } = parts.board.frame
    const html = page.fill({ language, title: escapeHtml(name), accent, body: agendaHtml(parts) })
    const plain = Buffer.from(html)
    const etag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
    return { of, etag, plain, gzipped: compress(plain) }
  }

  const pageOf = (forum: LiveForum, language: Language, wanted: LocalDate | null, page: PageTemplate): KeptPage => {
    const { board } = forum.board
    const now = services.clock.now()
    const parts = { slug: forum.slug, board, nameOf: (id: string) => forum.people.get(id)?.name, now, wanted }
    const date = firstDay(parts)
    // Text changes with an entry, a name, or a slot that ends.
    const ended = [...board.slots.values()].filter((slot) => slot.end <= now).length
    const of = [page.version, forum.snapshot.etag, ended].join(' ')
    const key = `${language} ${date}`
    const pages = kept.get(forum) ?? new Map<string, KeptPage>()
    kept.set(forum, pages)
    const found = pages.get(key)
    if (found?.of === of) return found
    const fresh = made(of, parts, language, page)
    pages.set(key, fresh)
    return fresh
  }

  return async (request: FastifyRequest, reply: FastifyReply): Promise<boolean> => {
    const slug = boardAddress.exec(request.url)?.[1]
    if (slug === undefined) return false
    const [page, forum] = await Promise.all([templateOf(), services.forums.find(slug)])
    if (page === null || forum === null) return false
    const day = new URL(request.url, 'http://here').searchParams.get('day')
    const { etag, plain, gzipped } = pageOf(forum, chosenLanguage(request), day, page)
    void reply.headers({ etag, 'cache-control': 'no-cache', vary: 'accept-encoding, accept-language, cookie' })
    if (matchesEtag(request.headers['if-none-match'], etag)) {
      await reply.code(304).send()
      return true
    }
    const isGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
    if (isGzip) void reply.header('content-encoding', 'gzip')
    await reply
      .code(200)
      .type('text/html; charset=utf-8')
      .send(isGzip ? await gzipped : plain)
    return true
  }
}
