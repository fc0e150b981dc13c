import { newId } from '../../client/sync/new-id.ts'
import { withCore } from '../../server/cli/with-core.ts'
import { readConfig } from '../../server/config.ts'
import { hashOf, newToken } from '../../server/secrets.ts'
import type { Snapshot } from '../../shared/protocol.ts'
import { freePort } from '../support/free-port.ts'
import { temporaryFolder } from '../support/temporary-database.ts'
import { widePlan } from '../support/wide-plan.ts'
import { type Child, startChild } from './child.ts'
import { crowdedForum } from './crowded-forum.ts'

/** A forum on disk for a hall of phones, each with somebody's token, and the server that serves it. */
export interface Hall {
  readonly slug: string
  readonly origin: string
  readonly tokens: readonly string[]
  /** Starts a server on the data; resolves when it listens. @param script server/main.ts, or what stands in for it */
  start(script: string): Promise<Child>
  /** Somebody of the team proposes a session over HTTP; resolves when it is on disk and sent. */
  propose(sessionId: string): Promise<void>
  /** The same from another process, as the command line does, while no server runs. */
  proposeAside(sessionId: string): Promise<void>
  snapshot(): Promise<Snapshot>
  remove(): Promise<void>
}

const slug = 'banc'
const title = (sessionId: string): string => `Sujet ${sessionId}`

export const makeHall = async (phones: number): Promise<Hall> => {
  const folder = await temporaryFolder()
  const port = await freePort()
  const settings = { DATA_DIR: folder.file('data'), PORT: String(port), BACKUP_EVERY: 'off', LOG_LEVEL: 'warn' }
  const reading = readConfig(settings)
  if (reading.type === 'wrong') throw new Error(reading.problem)
  const { config } = reading
  const origin = `http://localhost:${port}`
  const teamToken = newToken()
  const { tokens, teamId } = await withCore(config, async (core) => {
    const { forum, tokens } = await crowdedForum(core, widePlan(10, 10, Date.now()), { people: phones, sessions: 0 })
    const team = { name: 'Équipe', role: 'facilitator', tokenHash: hashOf(teamToken), linkId: null } as const
    return { tokens, teamId: (await forum.people.add(team)).id }
  })
  return {
    slug,
    origin,
    tokens,
    start: (script) =>
      startChild(script, [], { ...settings, HOST: 'localhost', PUBLIC_URL: '' }, /forum-ouvert |listening /),
    propose: async (sessionId) => {
      const answer = await fetch(`${origin}/api/forums/${slug}/commands`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${teamToken}` },
        body: JSON.stringify({ id: newId(), command: { type: 'propose', sessionId, title: title(sessionId) } }),
      })
      if (!answer.ok) throw new Error(`propose: ${answer.status} ${await answer.text()}`)
    },
    proposeAside: (sessionId) =>
      withCore(config, async (core) => {
        const forum = await core.forums.find(slug)
        const answer = await forum?.board.submit({
          id: newId(),
          command: { type: 'propose', sessionId, title: title(sessionId) },
          actor: { personId: teamId, role: 'facilitator' },
        })
        if (answer?.type !== 'accepted') throw new Error('the session was not proposed')
      }),
    snapshot: async () => (await fetch(`${origin}/api/forums/${slug}`)).json(),
    remove: folder.remove,
  }
}
