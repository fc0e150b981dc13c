import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from './project-files.ts'

export interface Finished {
  readonly code: number | null
  readonly out: string
  readonly error: string
}

export interface RunningProcess {
  readonly child: ChildProcess
  readonly finished: Promise<Finished>
  /** What was printed so far. */
  out(): string
  /** Resolves when the output holds this; rejects when the process ends without. */
  says(text: string): Promise<void>
}

type Environment = Readonly<Record<string, string>>

/** Starts a script of the project as a process of its own, with nothing of this one's settings. */
export const startScript = (script: string, args: readonly string[], environment: Environment): RunningProcess => {
  const child = spawn(process.execPath, [join(projectRoot, script), ...args], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, LOG_LEVEL: 'silent', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let error = ''
  const looks = new Set<() => void>()
  child.stdout.on('data', (chunk) => {
    out += chunk
    for (const look of [...looks]) look()
  })
  child.stderr.on('data', (chunk) => {
    error += chunk
  })
  const finished = new Promise<Finished>((resolve) => {
    child.once('close', (code) => resolve({ code, out, error }))
  })
  return {
    child,
    finished,
    out: () => out,
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!out.includes(text)) return
          looks.delete(look)
          resolve()
        }
        looks.add(look)
        look()
        void finished.then(({ code }) => reject(new Error(`ended with ${code} without "${text}": ${out}${error}`)))
      }),
  }
}

/** Runs a script to its end. */
export const runScript = (script: string, args: readonly string[], environment: Environment): Promise<Finished> =>
  startScript(script, args, environment).finished
