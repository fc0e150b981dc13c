import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A script of this folder running in a process of its own; it speaks in lines. */
export interface Child {
  readonly pid: number
  /** The next line that it prints; rejects where it ends first. */
  line(): Promise<string>
  say(line: string): void
  /** Ends it as a power switch would (SIGKILL), and waits until it is gone. */
  kill(): Promise<void>
  /** Closes its input and waits for it to end by itself. */
  end(): Promise<void>
}

const lineReader = (child: ChildProcess): (() => Promise<string>) => {
  const lines: string[] = []
  const waiting: { resolve(line: string): void; reject(error: Error): void }[] = []
  let rest = ''
  let ended = false
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n')
    rest = parts.pop() ?? ''
    for (const line of parts) {
      const next = waiting.shift()
      if (next === undefined) lines.push(line)
      else next.resolve(line)
    }
  })
  child.once('close', () => {
    ended = true
    for (const { reject } of waiting) reject(new Error('the process ended'))
  })
  return async () => {
    const line = lines.shift()
    if (line !== undefined) return line
    if (ended) throw new Error('the process ended')
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }))
  }
}

export const startChild = (script: string, ...parameters: readonly string[]): Child => {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const child = spawn(process.execPath, [path, ...parameters], { stdio: ['pipe', 'pipe', 'inherit'] })
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return {
    pid: child.pid ?? -1,
    line: lineReader(child),
    say: (line) => child.stdin.write(`${line}\n`),
    kill: () => {
      child.kill('SIGKILL')
      return gone
    },
    end: () => {
      child.stdin.end()
      return gone
    },
  }
}
