import { fileURLToPath } from 'node:url'
import cookie from '@fastify/cookie'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import fastify, { type FastifyServerOptions, LogController } from 'fastify'
import type { Database } from '../db/tables.ts'
import { limits } from '../shared/limits.ts'
import { Tail } from './board/tail.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { createCore } from './core.ts'
import { ExampleForums } from './example/example-forum.ts'
import { absencesRoutes } from './http/absences.ts'
import { adviceRoute } from './http/advice.ts'
import { agendaRoute } from './http/agenda.ts'
import { checksRoute } from './http/checks.ts'
import { commandsRoute } from './http/commands.ts'
import { entriesRoute } from './http/entries.ts'
import { facilitatorRoute } from './http/facilitator.ts'
import { forumsRoutes } from './http/forums.ts'
import { healthRoute } from './http/health.ts'
import { historyRoute } from './http/history.ts'
import { joinRoute } from './http/join.ts'
import { linksRoute } from './http/links.ts'
import { meRoutes } from './http/me.ts'
import { metricsRoute } from './http/metrics.ts'
import { peopleRoute } from './http/people.ts'
import { previewRoutes } from './http/previews.ts'
import { reasonsRoute } from './http/reasons.ts'
import { roomsRoute } from './http/rooms.ts'
import { snapshotRoute } from './http/snapshot.ts'
import { starsRoute } from './http/stars.ts'
import { type Jobs, startJobs } from './jobs/jobs.ts'
import { Pulse } from './jobs/pulse.ts'
import { loggerOptions } from './logger.ts'
import { createMetrics } from './metrics/metrics.ts'
import { apiDocs } from './plugins/api-docs.ts'
import { clientFiles } from './plugins/client-files.ts'
import { errors, frameworkErrors } from './plugins/errors.ts'
import { rateLimits } from './plugins/rate-limits.ts'
import { safety } from './plugins/safety.ts'
import { sockets } from './plugins/sockets.ts'
import { validation } from './plugins/validation.ts'
import type { App, Services } from './services.ts'
import { socketRoute } from './sync/socket-route.ts'

export interface AppParts {
  /** Opened and migrated; the app never closes it. */
  readonly db: Database
  readonly clock: Clock
  readonly config: Config
  /** Where the built client is; by default beside the server's own files. */
  readonly clientFolder?: string
}

export interface BuiltApp {
  readonly app: App
  readonly services: Services
  /** Follows what other processes write; begun here, stopped with the app. */
  readonly tail: Tail
  /** Backups, purge and verifier; begun here, stopped with the app. */
  readonly jobs: Jobs
}

const builtClient = fileURLToPath(new URL('../dist/client', import.meta.url))

/** The whole server but for listening: every part is named here, in the order it is put together. */
export const buildApp = async ({ db, clock, config, clientFolder = builtClient }: AppParts): Promise<BuiltApp> => {
  const options: FastifyServerOptions = {
    logger: loggerOptions(config.logLevel),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: typeof config.trustProxy === 'object' ? [...config.trustProxy] : config.trustProxy,
    bodyLimit: limits.bodyBytes,
    routerOptions: { maxParamLength: 100 },
    // A phone that opens a request and says nothing more must not hold it for ever.
    requestTimeout: 60_000,
    return503OnClosing: true,
    frameworkErrors,
  }
  const app: App = fastify(options).withTypeProvider<TypeBoxTypeProvider>()
  const core = await createCore(db, clock, app.log)
  const services: Services = { ...core, config }
  const tail = await Tail.begin(core)
  const jobs = await startJobs(core, config.jobs)
  const metrics = createMetrics(core, jobs.counts)

  errors(app, () => void services.committer.probe())
  validation(app)
  app.removeContentTypeParser('text/plain')
  await app.register(cookie)
  await safety(app, services)
  await sockets(app, services)
  await apiDocs(app, services)
  const limit = await rateLimits(app)

  healthRoute(app, services, new Pulse(core))
  metricsRoute(app, services, metrics)
  forumsRoutes(app, services, limit, new ExampleForums(core))
  snapshotRoute(app, services)
  agendaRoute(app, services)
  roomsRoute(app, services)
  joinRoute(app, services, limit)
  meRoutes(app, services)
  facilitatorRoute(app, services, limit)
  commandsRoute(app, services)
  starsRoute(app, services)
  adviceRoute(app, services)
  checksRoute(app, services)
  previewRoutes(app, services)
  absencesRoutes(app, services)
  reasonsRoute(app, services)
  entriesRoute(app, services)
  historyRoute(app, services)
  peopleRoute(app, services)
  linksRoute(app, services)
  socketRoute(app, services)
  await clientFiles(app, services, clientFolder)

  app.addHook('onClose', async () => {
    tail.stop()
    jobs.stop()
    metrics.stop()
    await core.committer.idle()
  })
  return { app, services, tail, jobs }
}
