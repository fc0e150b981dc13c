import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { readEntries } from '../../../../db/entries.ts'
import { openDatabase } from '../../../../db/open.ts'
import { findMismatches } from '../../../../db/verify.ts'

const script = join(import.meta.dirname, 'burst.ts')

/**
 * Runs `burst.ts` and kills it, as a power switch would, when it has acknowledged so many commands.
 * @returns the ids of all that it said were saved
 */
export const killedBurst = (
  dataDir: string,
  acknowledgements: number,
  options: { readonly synchronous?: 'full' | 'normal'; readonly environment?: Readonly<Record<string, string>> } = {},
): Promise<readonly string[]> => {
  const child = spawn(process.execPath, [script, dataDir, options.synchronous ?? 'full'], {
    env: { PATH: process.env.PATH, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  let error = ''
  let lines = 0
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
    lines += chunk.split('\n').length - 1
    // The first line says that it is ready.
    if (lines > acknowledgements) child.kill('SIGKILL')
  })
  child.stderr.on('data', (chunk) => {
    error += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('close', (code) => {
      // One that was cut in its middle was not heard.
      if (code === null) resolve(text.split('\n').slice(1, -1))
      else reject(new Error(`the burst ended with ${code}: ${error}`))
    })
  })
}

export interface Aftermath {
  /** Acknowledged, and not in the log. */
  readonly lost: readonly string[]
  /** Forums whose placements are not what their log says. */
  readonly mismatches: readonly string[]
  readonly seq: number
}

/** Opens the database as the next start would, pages checked, and looks for what was acknowledged. */
export const aftermath = async (file: string, acknowledged: readonly string[]): Promise<Aftermath> => {
  const db = await openDatabase(file)
  try {
    const entries = await readEntries(db, 1, 0)
    const there = new Set(entries.map(({ commandId }) => commandId))
    return {
      lost: acknowledged.filter((id) => !there.has(id)),
      mismatches: await findMismatches(db),
      seq: entries.length,
    }
  } finally {
    await db.destroy()
  }
}

export interface KillRounds {
  readonly acknowledged: number
  readonly seq: number
  /** What was lost or disagreed, by round. */
  readonly faults: readonly string[]
}

/**
 * Kills a burst on the same database again and again, each time after another number of acknowledgements, and looks each
 * time for everything that was ever acknowledged.
 * @param onRound hears how long the next start took to open the database and check it, in milliseconds
 */
export const killRounds = async (
  dataDir: string,
  rounds: number,
  onRound: (round: number, seq: number, milliseconds: number) => void = () => undefined,
): Promise<KillRounds> => {
  const acknowledged: string[] = []
  const faults: string[] = []
  let seq = 0
  for (let round = 0; round < rounds; round += 1) {
    acknowledged.push(...(await killedBurst(dataDir, 1 + ((round * 7) % 40))))
    const begun = performance.now()
    const after = await aftermath(join(dataDir, 'forum.db'), acknowledged)
    onRound(round, after.seq, performance.now() - begun)
    seq = after.seq
    if (after.lost.length > 0) faults.push(`round ${round} lost ${after.lost.join(' ')}`)
    if (after.mismatches.length > 0) faults.push(`round ${round}: board and placements disagree`)
  }
  return { acknowledged: acknowledged.length, seq, faults }
}
