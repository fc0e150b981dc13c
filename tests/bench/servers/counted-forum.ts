import { lockDataFolder } from '../../../db/lock.ts'
import { migrate } from '../../../db/migrate.ts'
import { openDatabase } from '../../../db/open.ts'
import { buildApp } from '../../../server/app.ts'
import { systemClock } from '../../../server/clock.ts'
import { readConfig } from '../../../server/config.ts'
import { setUpLink } from '../../../server/links.ts'
import { firstSetUpSecret } from '../../../server/set-up.ts'
import { databaseFile } from '../../../server/store.ts'
import { benchTime } from '../bench-time.ts'

/*
 * The server as server/main.ts starts it, with every statement of its database counted; `GET /reads` says how many there
 * were since it listens, and when the last commit was. The look whether another process wrote (a pragma, once a second
 * whoever is there) counts apart.
 */
const writes = /^\s*(insert|update|delete|replace|begin|commit|rollback|savepoint|release)\b/i
const looks = /^\s*pragma data_version\b/i
const count = { reads: 0, looks: 0, committedAt: 0 }

const reading = readConfig(process.env)
if (reading.type === 'wrong') throw new Error(reading.problem)
const { config } = reading
const lock = await lockDataFolder(config.dataDir)
if (lock.type === 'taken') throw new Error(`${config.dataDir} is in use`)
const db = await openDatabase(databaseFile(config.dataDir), {
  log: ({ query }) => {
    if (looks.test(query.sql)) count.looks += 1
    else if (!writes.test(query.sql)) count.reads += 1
  },
})
await migrate(db)
const { app, services } = await buildApp({ db, clock: systemClock, config })
services.committer.onTry(() => {
  count.committedAt = benchTime()
})
app.get('/reads', { schema: { hide: true } }, async () => ({ ...count }))
const secret = await firstSetUpSecret(db)
Object.assign(count, { reads: 0, looks: 0 })
await app.listen({ port: config.port, host: config.host })
console.log(`listening ${config.port}`)
if (secret !== null) console.log(setUpLink(config, secret))

process.once('SIGTERM', () => {
  const stop = async (): Promise<void> => {
    await app.close()
    await db.destroy()
    await lock.release()
    process.exit(0)
  }
  void stop()
})
