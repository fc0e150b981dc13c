import type { Language } from '../../shared/language.ts'
import type { Person, Snapshot } from '../../shared/protocol.ts'
import type { Instant } from '../../shared/time.ts'

/**
 * What came of asking over HTTP, with the server's time where the answer says it; `failed` where no answer of ours came back: no network, or
 * (`isPortal`) the page of a Wi-Fi that wants to be signed in to.
 */
export type Fetched<T> =
  | { readonly type: 'ok'; readonly value: T; readonly serverTime?: Instant }
  | { readonly type: 'missing' }
  | { readonly type: 'refused'; readonly status: number; readonly message: string }
  | { readonly type: 'failed'; readonly isPortal?: boolean }

/**
 * Whether somebody else answered in our server's place: we never redirect, and all that we answer is JSON. An error page
 * of a proxy (502) is a server that is away, not a portal; 511 is made for portals.
 */
const isOfPortal = ({ type, ok, status, headers }: Response): boolean =>
  type === 'opaqueredirect' || status === 511 || (ok && !/\bjson\b/.test(headers.get('Content-Type') ?? ''))

const partOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

/** The sentence of an error, or of a refusal; empty where there is none. */
const messageOf = (body: unknown): string => {
  const message = partOf(partOf(body, 'error') ?? partOf(body, 'refusal'), 'message')
  return typeof message === 'string' ? message : ''
}

/** Milliseconds until a question counts as unanswered. */
const readTimeout = 8000
const writeTimeout = 15_000

/**
 * One JSON question over HTTP: GET without a body, POST with one. Never throws.
 * @param left ends it, as `failed`, when nobody waits for its answer any more
 */
export const ask = async <T>(
  url: string,
  language: Language,
  body?: object,
  method = body === undefined ? 'GET' : 'POST',
  left?: AbortSignal,
): Promise<Fetched<T>> => {
  // A line that went silent must not hold a page for as long as the browser would wait.
  const late = AbortSignal.timeout(body === undefined ? readTimeout : writeTimeout)
  try {
    const response = await fetch(url, {
      method,
      credentials: 'same-origin',
      cache: 'no-cache',
      redirect: 'manual',
      signal: left === undefined ? late : AbortSignal.any([late, left]),
      headers: {
        Accept: 'application/json',
        'Accept-Language': language,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (isOfPortal(response)) return { type: 'failed', isPortal: true }
    const answer: unknown = await response.json()
    if (response.ok) {
      const said = Number(response.headers.get('Server-Time') ?? Number.NaN)
      return { type: 'ok', value: answer as T, ...(Number.isNaN(said) ? {} : { serverTime: said }) }
    }
    if (response.status === 404) return { type: 'missing' }
    return { type: 'refused', status: response.status, message: messageOf(answer) }
  } catch {
    return { type: 'failed' }
  }
}

const forumUrl = (slug: string): string => `/api/forums/${encodeURIComponent(slug)}`

const early = new Map<string, Promise<Fetched<Snapshot>>>()

/** The board at (epoch, seq). Its time is read from the answer's head: one out of the browser's cache is as old as it is. */
export const fetchSnapshot = async (slug: string, language: Language): Promise<Fetched<Snapshot>> => {
  const begun = early.get(slug)
  early.delete(slug)
  if (begun !== undefined) return begun
  const fetched = await ask<Snapshot>(forumUrl(slug), language)
  if (fetched.type !== 'ok' || fetched.serverTime === undefined) return fetched
  return { type: 'ok', value: { ...fetched.value, serverTime: fetched.serverTime } }
}

/**
 * Begins to fetch a board that the first `fetchSnapshot` will want, while the page's own code is still on its way.
 * @returns what settles when an answer is here, whatever it is
 */
export const beginSnapshot = (slug: string, language: Language): Promise<unknown> => {
  const begun = fetchSnapshot(slug, language)
  early.set(slug, begun)
  return begun
}

/** A name for this device; the cookie that comes back is out of this page's reach. */
export const postJoin = (slug: string, name: string, language: Language): Promise<Fetched<{ person: Person }>> =>
  ask<{ person: Person }>(`${forumUrl(slug)}/join`, language, { name })

/** Shows the facilitators' secret. */
export const postSecret = (slug: string, secret: string, language: Language): Promise<Fetched<{ person: Person }>> =>
  ask<{ person: Person }>(`${forumUrl(slug)}/facilitator`, language, { secret })

/** Corrects one's own name. */
export const patchName = (slug: string, name: string, language: Language): Promise<Fetched<{ person: Person }>> =>
  ask<{ person: Person }>(`${forumUrl(slug)}/me`, language, { name }, 'PATCH')
