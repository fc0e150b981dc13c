import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ForumSlug } from '../../shared/ids.ts'
import type { Person } from '../../shared/protocol.ts'
import type { LiveForum } from '../board/live-forum.ts'
import { type Config, isEncrypted } from '../config.ts'
import { httpError } from '../http/http-error.ts'
import { hashOf } from '../secrets.ts'
import type { Services } from '../services.ts'

/** How long a device is known, in seconds: well beyond the days of a forum, for reading one's path and writing notes. */
const cookieSeconds = 180 * 24 * 3600

/** Under https the name is bound to this very host: no neighbour on the same domain can plant a cookie of its own. */
const cookieName = (config: Config, slug: ForumSlug): string => `${isEncrypted(config) ? '__Host-' : ''}forum-${slug}`

/** The token that a request shows: a bearer's first, since whoever sets it means it. */
export const tokenOf = (config: Config, request: FastifyRequest, slug: ForumSlug): string | null => {
  const bearer = /^Bearer ([A-Za-z0-9_-]{1,128})$/i.exec(request.headers.authorization ?? '')?.[1]
  return bearer ?? request.cookies[cookieName(config, slug)] ?? null
}

/** Whose device it is, in this forum only; null for a reader without a name. */
export const identify = async (config: Config, request: FastifyRequest, forum: LiveForum): Promise<Person | null> => {
  const token = tokenOf(config, request, forum.slug)
  return token === null ? null : forum.people.byToken(hashOf(token))
}

/** The forum of a request. @throws HttpError 404 */
export const forumOf = async (services: Services, slug: ForumSlug): Promise<LiveForum> => {
  const forum = await services.forums.find(slug)
  if (forum === null) throw httpError(404, 'unknown-forum')
  return forum
}

/** Who acts. @throws HttpError 401 without an identity */
export const requirePerson = async (config: Config, request: FastifyRequest, forum: LiveForum): Promise<Person> => {
  const person = await identify(config, request, forum)
  if (person === null) throw httpError(401, 'not-joined')
  return person
}

/** Who acts, of the team. @throws HttpError 401, 403 */
export const requireFacilitator = async (
  config: Config,
  request: FastifyRequest,
  forum: LiveForum,
): Promise<Person> => {
  const person = await requirePerson(config, request, forum)
  if (person.role !== 'facilitator') throw httpError(403, 'facilitators-only')
  return person
}

/**
 * Keeps the token on the device, out of reach of scripts. `Strict` costs nothing: a page reached by a link asks for its
 * data itself, and those requests come from our own pages.
 */
export const setIdentityCookie = (reply: FastifyReply, config: Config, slug: ForumSlug, token: string): void => {
  void reply.setCookie(cookieName(config, slug), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: isEncrypted(config),
    maxAge: cookieSeconds,
  })
}
