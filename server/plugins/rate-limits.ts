import rateLimit from '@fastify/rate-limit'
import type { FastifyRequest } from 'fastify'
import { limits } from '../../shared/limits.ts'
import { httpError } from '../http/http-error.ts'
import type { App } from '../services.ts'

const minute = 60_000

/** Takes one; @throws HttpError 429 where none is left. The key is a forum (or the whole house), never an address. */
export type Limit = (request: FastifyRequest, key: string) => Promise<void>

export interface RateLimits {
  /** Joins of one forum. */
  readonly joins: Limit
  /** Wrong secrets shown to one forum, or to the set-up. Right ones are never counted: the team gets in. */
  readonly wrongSecrets: Limit
  /** Forums created with the set-up link, in the whole house. */
  readonly forums: Limit
}

/** Limits by person are the allowance's, shared with the sockets; these are of a forum as a whole (I4). */
export const rateLimits = async (app: App): Promise<RateLimits> => {
  await app.register(rateLimit, { global: false })
  const keys = new WeakMap<FastifyRequest, string>()

  const perMinute = (max: number): Limit => {
    const check = app.createRateLimit({
      max,
      timeWindow: minute,
      keyGenerator: (request: FastifyRequest) => keys.get(request) ?? 'house',
    })
    return async (request, key) => {
      keys.set(request, key)
      const state = await check(request)
      if (!state.isAllowed && state.isExceeded) throw httpError(429, 'too-fast', state.ttlInSeconds)
    }
  }

  return {
    joins: perMinute(limits.joinsPerMinute),
    wrongSecrets: perMinute(limits.secretsPerMinute),
    forums: perMinute(limits.secretsPerMinute),
  }
}
