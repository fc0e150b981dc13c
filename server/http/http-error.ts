/** Why a request got no answer of its own kind. The sentences are in `error-sentences.ts`. */
export type ErrorCode =
  | 'malformed'
  | 'not-json'
  | 'too-large'
  | 'not-joined'
  | 'facilitators-only'
  | 'hosts-only'
  | 'wrong-secret'
  | 'foreign-origin'
  | 'unknown-forum'
  | 'unknown-room'
  | 'unknown-session'
  | 'unknown-moment'
  | 'unknown-person'
  | 'unknown-route'
  | 'no-example'
  | 'no-client'
  | 'too-fast'
  | 'not-saved'
  | 'internal'

/** Thrown by a route, turned into `{ "error": { code, message, path? } }` by the errors plugin. */
export class HttpError extends Error {
  readonly statusCode: number
  readonly code: ErrorCode
  /** Seconds, for `Retry-After`. */
  readonly retryAfter: number | null

  constructor(statusCode: number, code: ErrorCode, retryAfter: number | null) {
    super(code)
    this.statusCode = statusCode
    this.code = code
    this.retryAfter = retryAfter
  }
}

export const httpError = (statusCode: number, code: ErrorCode, retryAfter: number | null = null): HttpError =>
  new HttpError(statusCode, code, retryAfter)
