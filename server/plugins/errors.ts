import type { FastifyReply, FastifyRequest } from 'fastify'
import { isDatabaseError } from '../../db/errors.ts'
import { chooseLanguage, type Language } from '../../shared/language.ts'
import { type SchemaFault, sentenceOf } from '../checks.ts'
import { errorSentence } from '../http/error-sentences.ts'
import { type ErrorCode, HttpError, httpError } from '../http/http-error.ts'
import type { App } from '../services.ts'

/** A body, parameter or query that breaks its schema. */
export class SchemaError extends Error {
  readonly statusCode = 400
  readonly fault: SchemaFault

  constructor(fault: SchemaFault) {
    super(`malformed at ${fault.path}`)
    this.fault = fault
  }
}

/** The language of the answer. */
export const languageOf = (request: FastifyRequest): Language => chooseLanguage(request.headers['accept-language'])

const hasCode = (error: unknown): error is { readonly code: string } =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'

/** Somebody else's error that blames the request. */
const hasStatus = (error: unknown): error is { readonly statusCode: number } =>
  typeof error === 'object' &&
  error !== null &&
  'statusCode' in error &&
  typeof error.statusCode === 'number' &&
  error.statusCode >= 400 &&
  error.statusCode < 500

/** Errors of Fastify's own parsers, by their code. */
const ofParser: ReadonlyMap<string, () => HttpError> = new Map([
  ['FST_ERR_CTP_INVALID_MEDIA_TYPE', () => httpError(415, 'not-json')],
  ['FST_ERR_CTP_EMPTY_JSON_BODY', () => httpError(400, 'malformed')],
  ['FST_ERR_CTP_INVALID_JSON_BODY', () => httpError(400, 'malformed')],
  ['FST_ERR_CTP_INVALID_CONTENT_LENGTH', () => httpError(400, 'malformed')],
  ['FST_ERR_CTP_BODY_TOO_LARGE', () => httpError(413, 'too-large')],
  ['FST_ERR_BAD_URL', () => httpError(400, 'malformed')],
])

const known = (error: unknown): HttpError | null => {
  if (error instanceof HttpError) return error
  if (hasCode(error)) {
    const parsed = ofParser.get(error.code)
    if (parsed !== undefined) return parsed()
  }
  if (error instanceof SyntaxError) return httpError(400, 'malformed')
  // A path that the file server won't look at: a folder, one that climbs, one that is written in a strange way.
  if (hasStatus(error)) return error.statusCode < 403 ? httpError(400, 'malformed') : httpError(404, 'unknown-route')
  const cannotWrite = (['busy', 'full', 'io', 'no-access'] as const).some((kind) => isDatabaseError(error, kind))
  return cannotWrite ? httpError(503, 'not-saved', 5) : null
}

const body = (code: ErrorCode, message: string, path?: string) => ({
  error: { code, message, ...(path === undefined ? {} : { path }) },
})

/** Answers in our own shape. */
const answerWith = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const language = languageOf(request)
  if (error instanceof SchemaError) {
    return reply.code(400).send(body('malformed', sentenceOf(error.fault, language), error.fault.path))
  }
  const found = known(error)
  if (found === null || found.code === 'not-saved') request.log.error({ err: error }, 'a request failed')
  const { statusCode, code, retryAfter } = found ?? httpError(500, 'internal')
  if (retryAfter !== null) void reply.header('retry-after', retryAfter)
  return reply.code(statusCode).send(body(code, errorSentence(code, language)))
}

/** What Fastify says before any route or plugin is asked: an address that can't be decoded. */
export const frameworkErrors = (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
  void answerWith(error, request, reply)
}

/**
 * Every answer that is not a refusal and not a success: `{ "error": { code, message, path? } }`, in the reader's language.
 * @param onNotSaved something of a request could not be written
 */
export const errors = (app: App, onNotSaved: () => void): void => {
  app.setErrorHandler((error, request: FastifyRequest, reply: FastifyReply) => {
    if (known(error)?.code === 'not-saved') onNotSaved()
    return answerWith(error, request, reply)
  })
}

/** The JSON answer where a route of the API does not exist. */
export const sendUnknownRoute = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply.code(404).send(body('unknown-route', errorSentence('unknown-route', languageOf(request))))
