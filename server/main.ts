import { lockDataFolder } from '../db/lock.ts'
import { buildApp } from './app.ts'
import { systemClock } from './clock.ts'
import { type Config, readConfig } from './config.ts'
import { endWith } from './explain-failure.ts'
import { setUpLink } from './links.ts'
import { firstSetUpSecret } from './set-up.ts'
import { openStore } from './store.ts'

/** However the stop goes, the process is gone by then, in milliseconds: service managers kill after ten seconds. */
const longestStop = 9000

const fail = (line: string): never => {
  console.error(line)
  process.exit(1)
}

const settings = (): Config => {
  const reading = readConfig(process.env)
  return reading.type === 'read' ? reading.config : fail(reading.problem)
}

const takenLine = ({ dataDir }: Config, pid: number | null): string =>
  `Another forum-ouvert${pid === null ? '' : ` (process ${pid})`} uses ${dataDir} already: stop it, or set DATA_DIR.`

/** Serves until SIGTERM or SIGINT. */
export const main = async (): Promise<void> => {
  const config = settings()
  const lock = await lockDataFolder(config.dataDir)
  if (lock.type === 'taken') return fail(takenLine(config, lock.pid))
  const db = await openStore(config.dataDir)
  const { app } = await buildApp({ db, clock: systemClock, config })
  await app.listen({ port: config.port, host: config.host })
  console.log(`forum-ouvert ${config.version} at ${config.publicUrl}`)
  const secret = await firstSetUpSecret(db)
  if (secret !== null) {
    console.log(`Create your forum here (shown this once; "npm run forum -- setup-link" makes another):`)
    console.log(setUpLink(config, secret))
  }

  const stop = async (): Promise<void> => {
    setTimeout(() => process.exit(1), longestStop).unref()
    await app.close()
    await db.destroy()
    await lock.release()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop().catch(endWith))
}

if (import.meta.main) await main().catch(endWith)
