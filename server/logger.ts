import type { FastifyServerOptions } from 'fastify'
import type { LogLevel } from './config.ts'

/**
 * Pino's options. A line about a request holds its method and its path without the query: no header, no cookie, no body,
 * no address, so that nothing in the log is a secret or leads to a person.
 */
export const loggerOptions = (level: LogLevel): NonNullable<FastifyServerOptions['logger']> =>
  level === 'silent'
    ? false
    : {
        level,
        serializers: {
          req: ({ method, url }) => ({ method, url: url.split('?')[0] ?? url }),
          res: ({ statusCode }) => ({ statusCode }),
        },
      }
