import { isIP } from 'node:net'
import { resolve } from 'node:path'
import packageJson from '../package.json' with { type: 'json' }
import { type JobSettings, readJobSettings } from './jobs/settings.ts'

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
const logLevels: readonly LogLevel[] = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/** Whose forwarded headers are believed: nobody's, everybody's, or those of proxies at some addresses. */
export type TrustProxy = boolean | readonly string[]

/** What the environment says, checked. */
export interface Config {
  readonly port: number
  /**
   * Where the server listens. `localhost` by default: a server behind a proxy on the same machine must not be reachable
   * around it, unencrypted. `0.0.0.0` (or `::`) serves a hall's own network without a proxy, or a container.
   */
  readonly host: string
  /** Absolute path of the folder that holds the database. */
  readonly dataDir: string
  /** Origin under which people reach the server, without a slash at the end. Links and cookies follow it. */
  readonly publicUrl: string
  readonly trustProxy: TrustProxy
  readonly logLevel: LogLevel
  readonly jobs: JobSettings
  readonly version: string
}

export type ConfigReading =
  | { readonly type: 'read'; readonly config: Config }
  | { readonly type: 'wrong'; readonly problem: string }

type Field<T> = { readonly value: T } | { readonly problem: string }
type Environment = Readonly<Record<string, string | undefined>>

const portOf = (text: string): Field<number> => {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  return port >= 0 && port <= 65_535
    ? { value: port }
    : { problem: `PORT must be a number from 0 to 65535, not "${text}".` }
}

const hostOf = (text: string): Field<string> =>
  isIP(text) !== 0 || /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(text)
    ? { value: text }
    : { problem: `HOST must be an address or a host name such as localhost or 0.0.0.0, not "${text}".` }

const publicUrlOf = (text: string): Field<string> => {
  const url = URL.canParse(text) ? new URL(text) : null
  const plain = url !== null && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === ''
  return plain && (url.protocol === 'http:' || url.protocol === 'https:')
    ? { value: url.origin }
    : { problem: `PUBLIC_URL must be like https://forum.example.org, without a path, not "${text}".` }
}

const isAddress = (text: string): boolean => {
  const [address = '', bits, ...rest] = text.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}

const trustProxyOf = (text: string): Field<TrustProxy> => {
  if (text === '' || text === 'false') return { value: false }
  if (text === 'true') return { value: true }
  const addresses = text.split(',').map((part) => part.trim())
  return addresses.every(isAddress)
    ? { value: addresses }
    : {
        problem: `TRUST_PROXY must be true, false, or the addresses of the proxies (127.0.0.1,10.0.0.0/8), not "${text}".`,
      }
}

const logLevelOf = (text: string): Field<LogLevel> => {
  const level = logLevels.find((name) => name === text)
  return level === undefined
    ? { problem: `LOG_LEVEL must be one of ${logLevels.join(', ')}, not "${text}".` }
    : { value: level }
}

const bracketed = (host: string): string => (isIP(host) === 6 ? `[${host}]` : host)

/** Reads PORT, HOST, DATA_DIR, PUBLIC_URL, TRUST_PROXY, LOG_LEVEL and those of the jobs. An empty value counts as absent. */
export const readConfig = (environment: Environment): ConfigReading => {
  const given = (name: string, otherwise: string): string => environment[name]?.trim() || otherwise
  const port = portOf(given('PORT', '3000'))
  if ('problem' in port) return { type: 'wrong', problem: port.problem }
  const host = hostOf(given('HOST', 'localhost'))
  if ('problem' in host) return { type: 'wrong', problem: host.problem }
  const anyAddress = host.value === '0.0.0.0' || host.value === '::'
  const local = `http://${anyAddress ? 'localhost' : bracketed(host.value)}:${port.value}`
  const publicUrl = publicUrlOf(given('PUBLIC_URL', local))
  if ('problem' in publicUrl) return { type: 'wrong', problem: publicUrl.problem }
  const trustProxy = trustProxyOf(given('TRUST_PROXY', 'false'))
  if ('problem' in trustProxy) return { type: 'wrong', problem: trustProxy.problem }
  const logLevel = logLevelOf(given('LOG_LEVEL', 'info'))
  if ('problem' in logLevel) return { type: 'wrong', problem: logLevel.problem }
  const dataDir = resolve(given('DATA_DIR', './data'))
  const jobs = readJobSettings(given, dataDir)
  if (jobs.type === 'wrong') return jobs
  return {
    type: 'read',
    config: {
      port: port.value,
      host: host.value,
      dataDir,
      publicUrl: publicUrl.value,
      trustProxy: trustProxy.value,
      logLevel: logLevel.value,
      jobs: jobs.settings,
      version: packageJson.version,
    },
  }
}

/** Whether people reach the server over https: cookies are then Secure, and the browser is told to stay there. */
export const isEncrypted = (config: Config): boolean => config.publicUrl.startsWith('https:')
