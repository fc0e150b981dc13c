import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join as pathOf } from 'node:path'
import { createForum } from '../../../../server/board/create-forum.ts'
import { systemClock } from '../../../../server/clock.ts'
import { createCore } from '../../../../server/core.ts'
import { fillWithSamples } from '../../../../server/example/fill-with-samples.ts'
import { readForumFile, startingOn } from '../../../../server/formats/forum-file.ts'
import { silentLog } from '../../../../server/log.ts'
import { openStore } from '../../../../server/store.ts'
import type { Snapshot } from '../../../../shared/protocol.ts'
import { freePort } from '../../../support/free-port.ts'
import { projectRoot } from '../../../support/project-files.ts'
import { helloOf, type RealPhone, realPhone } from '../../../support/real-phone.ts'
import { type Finished, runScript } from '../../../support/run-process.ts'
import { type TemporaryFolder, temporaryFolder } from '../../../support/temporary-database.ts'

/** What an HTTP request was answered with. */
export interface HttpAnswer {
  readonly status: number
  readonly body: unknown
}

/** A device that joined the forum. */
export interface RealDevice {
  readonly id: string
  readonly token: string
}

/** The server as it is run: a process of its own on a folder of its own, with a forum "essai" whose market is open. */
export interface RealServer {
  readonly folder: TemporaryFolder
  readonly dataDir: string
  readonly port: number
  /** Starts the process; resolves when it serves. @param prefix what it is run under, such as a shell that sets limits */
  start(environment?: Readonly<Record<string, string>>, prefix?: readonly string[]): Promise<void>
  /** Ends it and waits for the end. @returns the exit code */
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>
  readonly pid: number
  /** What it printed, the log too. */
  out(): string
  /** Resolves when it has printed this. */
  says(text: string): Promise<void>
  cli(...args: readonly string[]): Promise<Finished>
  ask(method: string, path: string, options?: { readonly token?: string; readonly body?: unknown }): Promise<HttpAnswer>
  snapshot(): Promise<Snapshot>
  join(name: string): Promise<RealDevice>
  /** Somebody of the team. */
  joinTeam(name: string): Promise<RealDevice>
  command(device: RealDevice, command: object, id?: string): Promise<HttpAnswer>
  /** A phone that has been greeted with what the forum has now. */
  phone(device?: RealDevice): Promise<RealPhone>
  remove(): Promise<void>
}

const brest = pathOf(projectRoot, 'server/example/brest-2024.json')

/** As `forum create --sample` does, without a process of its own. @returns the secret of its facilitator link */
const makeForum = async (dataDir: string): Promise<string> => {
  const db = await openStore(dataDir)
  try {
    const core = await createCore(db, systemClock, silentLog)
    const file = readForumFile(JSON.parse(await readFile(brest, 'utf8')))
    if (file.type === 'wrong') throw new Error('the example is no forum file')
    const made = await createForum(core, startingOn(file.plan, '2031-01-01'), 'essai')
    if (made.type === 'refused') throw new Error(made.refusal.code)
    await fillWithSamples(made.forum, made.team, core.clock)
    await core.committer.idle()
    return made.secret
  } finally {
    await db.destroy()
  }
}

/** Makes the folder and the forum; nothing runs yet. */
export const realServer = async (): Promise<RealServer> => {
  const folder = await temporaryFolder()
  const port = await freePort()
  const dataDir = folder.file('data')
  const settings = { DATA_DIR: dataDir, PORT: String(port), BACKUP_EVERY: 'off', LOG_LEVEL: 'info' }
  let child: ChildProcess | undefined
  let out = ''
  const looks = new Set<() => void>()
  const url = `http://localhost:${port}/api/forums/essai`

  const cli: RealServer['cli'] = (...args) => runScript('server/cli.ts', args, settings)
  const start: RealServer['start'] = (environment = {}, prefix = []) => {
    const [program = process.execPath, ...before] = prefix
    const script = pathOf(projectRoot, 'server/main.ts')
    const args = prefix.length === 0 ? [script] : [...before, process.execPath, script]
    const started = spawn(program, args, {
      cwd: projectRoot,
      env: { PATH: process.env.PATH, ...settings, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    out = ''
    return new Promise((resolve, reject) => {
      const hear = (chunk: Buffer): void => {
        out += chunk.toString()
        if (out.includes('forum-ouvert ')) resolve()
        for (const look of [...looks]) look()
      }
      started.stdout.on('data', hear)
      started.stderr.on('data', hear)
      started.once('close', (code) => reject(new Error(`the server ended with ${code}: ${out}`)))
    })
  }
  const stop: RealServer['stop'] = async (signal) => {
    const running = child
    child = undefined
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return null
    const ended = new Promise<number | null>((resolve) => running.once('close', (code) => resolve(code)))
    running.kill(signal)
    return ended
  }
  const ask: RealServer['ask'] = async (method, path, { token, body } = {}) => {
    const answer = await fetch(`http://localhost:${port}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: answer.status, body: await answer.json() }
  }
  const snapshot = async (): Promise<Snapshot> => (await ask('GET', '/api/forums/essai')).body as Snapshot
  const secret = await makeForum(dataDir)
  const join: RealServer['join'] = async (name) => {
    const { body } = await ask('POST', '/api/forums/essai/join', { body: { name } })
    const { person, token } = body as { person: { id: string }; token: string }
    return { id: person.id, token }
  }
  return {
    folder,
    dataDir,
    port,
    start,
    stop,
    get pid() {
      return child?.pid ?? -1
    },
    out: () => out,
    says: (text) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!out.includes(text)) return
          looks.delete(look)
          resolve()
        }
        looks.add(look)
        look()
      }),
    cli,
    ask,
    snapshot,
    join,
    joinTeam: async (name) => {
      const device = await join(name)
      await ask('POST', '/api/forums/essai/facilitator', { token: device.token, body: { secret } })
      return device
    },
    command: ({ token }, command, id = randomUUID()) =>
      ask('POST', '/api/forums/essai/commands', { token, body: { id, command } }),
    phone: async (device) => {
      const { epoch, seq } = await snapshot()
      const headers = device === undefined ? {} : { authorization: `Bearer ${device.token}` }
      const phone = await realPhone(`${url.replace('http', 'ws')}/live`, headers)
      phone.say(helloOf(epoch, seq))
      await phone.next('welcome')
      return phone
    },
    remove: async () => {
      await stop('SIGKILL')
      await folder.remove()
    },
  }
}
