import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** A server in a process of its own, so that it does not share the load's event loop. */
export interface Child {
  readonly process: ChildProcess
  /** What its line of output, matched by `ready`, said. */
  readonly match: RegExpExecArray
  stop(): Promise<void>
}

/** Starts a script of this project and waits for the line that says it listens. */
export const startChild = (
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  ready: RegExp,
): Promise<Child> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const said: string[] = []
    const stop = () =>
      new Promise<void>((stopped) => {
        child.once('exit', () => stopped())
        child.kill('SIGKILL')
      })
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line)
      const match = ready.exec(line)
      if (match !== null) resolve({ process: child, match, stop })
    })
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}: ${said.join('\n')}`)))
  })
