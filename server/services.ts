import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { Database } from '../db/tables.ts'
import type { BoardRegistry } from './board/board-registry.ts'
import type { Committer } from './board/committer.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Troubles } from './jobs/troubles.ts'
import type { Log } from './log.ts'

/** The web application, typed by the schemas of its routes. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse<IncomingMessage>,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

/** What a forum's core runs on. */
export interface Core {
  readonly db: Database
  readonly clock: Clock
  readonly log: Log
  readonly committer: Committer
  readonly troubles: Troubles
  readonly forums: BoardRegistry
}

/** What every route is given, in so many words: there is no other way to reach anything. */
export interface Services extends Core {
  readonly config: Config
}
