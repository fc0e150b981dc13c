import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from '../../../../db/tables.ts'
import { Backups } from '../../../../server/jobs/backups.ts'
import { Verifier } from '../../../../server/jobs/verifier.ts'
import type { Command } from '../../../../shared/commands/command.schema.ts'
import { isLive, wiredPhone } from '../../../client/support/wired-phone.ts'
import { before, sessionId } from '../../../support/boards.ts'
import { helloOf, listen, realPhone } from '../../../support/real-phone.ts'
import { runScript } from '../../../support/run-process.ts'
import { type TestApp, testApp } from '../../../support/test-app.ts'
import { widePlan } from '../../../support/wide-plan.ts'

/** What phones went through while the server did something else; times in milliseconds. */
export interface Endured {
  /** Answered while it went on. */
  readonly pings: number
  readonly slowestPing: number
  /** Claims and releases that were acknowledged while it went on, and until the last one was. */
  readonly claims: number
  readonly slowestClaim: number
  /** How often a phone's own code gave its line up. */
  readonly left: number
}

/** The longest things that a server does by the clock, or that a team or an operator asks for. */
export const jobNames = ['export', 'backup', 'history', 'problems', 'log', 'verifier'] as const

/** A server with a large forum, and what may keep it busy. */
export interface BusyServer {
  readonly server: TestApp
  /** Each does its job once. */
  readonly jobs: Readonly<Record<(typeof jobNames)[number], () => Promise<unknown>>>
  /** One phone pings, another one places a session and takes it down, until the work is done and all is answered. */
  endure(work: () => Promise<unknown>): Promise<Endured>
  /** The same for a job that is done again and again: for so long, and until some of each were answered meanwhile. */
  endureRepeated(milliseconds: number, job: () => Promise<unknown>): Promise<Endured>
  close(): Promise<void>
}

const rooms = 25
const sessions = 400
/** Of the server's clock; a phone of ours speaks about as often as people do, within what one may send. */
const betweenPings = 20
const betweenClaims = 250
/** Pings that are answered meanwhile before a job that is repeated may end. */
const enough = 5

/** Reads for about so long in one statement. @returns how long it took */
export const readFor = async (db: Database, milliseconds: number): Promise<number> => {
  const count = async (most: number): Promise<number> => {
    const begun = performance.now()
    await sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${most}) select max(i) from n`.execute(
      db,
    )
    return performance.now() - begun
  }
  const sample = 200_000
  const samples = [await count(sample), await count(sample), await count(sample)]
  return count(Math.ceil((milliseconds * sample) / Math.min(...samples)))
}

/** A session in each of 400 cells, each against two rules, and as many entries as were asked for. */
const fill = async ({ forum, join }: TestApp, entries: number): Promise<void> => {
  const hosts = await Promise.all(Array.from({ length: rooms }, (_, n) => join(`Personne ${n}`)))
  const { board } = forum
  const slots = [...board.board.slots.keys()]
  const places = [...board.board.rooms.keys()]
  const actor = { personId: 'team', role: 'facilitator' } as const
  const submit = async (commands: readonly Command[]): Promise<void> => {
    const answers = await Promise.all(commands.map((command) => board.submit({ id: randomUUID(), command, actor })))
    const refused = answers.find(({ type }) => type === 'refused')
    if (refused !== undefined) throw new Error(JSON.stringify(refused))
  }
  await submit(
    Array.from({ length: sessions }, (_, n): readonly Command[] => [
      {
        type: 'propose',
        sessionId: sessionId(n),
        title: `Sujet ${n}`,
        hosts: [hosts[n % rooms]?.person.id ?? ''],
        needs: ['piano'],
        tags: ['musique'],
      },
      {
        type: 'claim',
        sessionId: sessionId(n),
        roomId: places[n % rooms] ?? '',
        slotId: slots[Math.floor(n / rooms)] ?? '',
      },
    ]).flat(),
  )
  while (board.seq < entries) {
    await submit(
      Array.from({ length: Math.min(500, entries - board.seq) }, (_, n): Command => {
        const description = `Version ${board.seq + n}, ${'a'.repeat(100)}`
        return { type: 'edit', sessionId: sessionId(n % sessions), description }
      }),
    )
  }
}

const jobsOf = async (server: TestApp): Promise<BusyServer['jobs']> => {
  const { services, database, forum } = server
  const { token } = await server.joinTeam('Camille')
  const forumPath = '/api/forums/essai'
  const ask = async (path: string): Promise<unknown> => {
    const { status, body } = await server.ask('GET', `${forumPath}${path}`, { token })
    if (status !== 200) throw new Error(`${path}: ${status}`)
    return body
  }
  let backup = 0
  const verifier = new Verifier(services)
  return {
    export: async () => {
      const { code, error } = await runScript('server/cli.ts', ['export', 'essai'], { DATA_DIR: database.folder.path })
      if (code !== 0) throw new Error(error)
    },
    backup: async () => {
      backup += 1
      const settings = { backupDir: database.folder.file(`backup-${backup}`), backupEvery: null, backupKeep: 1 }
      if ((await new Backups(services, settings).run()) === null) throw new Error('no backup')
    },
    history: () => ask(`/history?seq=${Math.floor(forum.board.seq / 2) + 7}`),
    problems: () => ask('/checks'),
    log: async () => {
      for (let after = 0; after < forum.board.seq; after += 500) await ask(`/entries?after=${after}`)
    },
    verifier: () => verifier.round(),
  }
}

/** @param entries of the forum's log */
export const busyServer = async (entries: number): Promise<BusyServer> => {
  const server = await testApp({ plan: widePlan(rooms, 20, before) })
  const origin = `http://${await listen(server.app)}`
  await fill(server, entries)
  const jobs = await jobsOf(server)
  const { token } = await server.join('Ana')
  const own = randomUUID()
  const last = {
    roomId: [...server.forum.board.board.rooms.keys()][0] ?? '',
    slotId: [...server.forum.board.board.slots.keys()].at(-1) ?? '',
  }
  const ana = wiredPhone(origin, 'essai', token)
  await ana.until(isLive)
  await ana.sync.send({ type: 'propose', sessionId: own, title: 'La voix' })
  const brieuc = await realPhone(`${origin.replace('http', 'ws')}/api/forums/essai/live`)
  brieuc.say(helloOf(server.forum.epoch, server.forum.board.seq))
  await brieuc.next('welcome')

  const ping = async (): Promise<number> => {
    const heard = new Set(brieuc.heard)
    const begun = performance.now()
    brieuc.say({ type: 'ping' })
    await brieuc.next('pong', (message) => !heard.has(message))
    return performance.now() - begun
  }
  let isPlaced = false
  const claim = async (): Promise<number> => {
    const begun = performance.now()
    const command: Command = isPlaced ? { type: 'release', sessionId: own } : { type: 'claim', sessionId: own, ...last }
    const answer = await ana.sync.send(command)
    if (answer.type === 'refused') throw new Error(JSON.stringify(answer.refusal))
    isPlaced = !isPlaced
    return performance.now() - begun
  }

  const endure = async (work: (answered: () => boolean) => Promise<unknown>): Promise<Endured> => {
    let isGoing = true
    let left = 0
    const counts = { pings: 0, claims: 0 }
    const watching = setInterval(() => {
      if (!isLive(ana.view())) left += 1
    }, 5)
    const during = async (what: keyof typeof counts, act: () => Promise<number>, rest: number): Promise<number> => {
      let slowest = 0
      while (isGoing) {
        slowest = Math.max(slowest, await act())
        if (isGoing) counts[what] += 1
        await pause(rest)
      }
      return slowest
    }
    const [slowestPing, slowestClaim] = await Promise.all([
      during('pings', ping, betweenPings),
      during('claims', claim, betweenClaims),
      work(() => counts.pings >= enough && counts.claims >= 1).finally(() => {
        isGoing = false
      }),
    ])
    clearInterval(watching)
    return { ...counts, slowestPing, slowestClaim, left }
  }

  return {
    server,
    jobs,
    endure,
    endureRepeated: (milliseconds, job) =>
      endure(async (answered) => {
        const begun = performance.now()
        do await job()
        while (performance.now() - begun < milliseconds || !answered())
      }),
    close: async () => {
      ana.sync.stop()
      brieuc.socket.terminate()
      await server.close()
    },
  }
}
