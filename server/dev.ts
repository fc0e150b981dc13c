import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** `npm run dev`: the server, begun anew at each change, and Vite in front of it. Open http://localhost:5173. */
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const run = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [...args], {
    stdio: 'inherit',
    env: { ...process.env, PUBLIC_URL: process.env.PUBLIC_URL ?? 'http://localhost:5173' },
  })

const children = [
  run(['--watch', '--watch-preserve-output', here('main.ts')]),
  run([here('../node_modules/vite/bin/vite.js'), '--config', here('../vite.config.ts')]),
]

const stop = (): void => {
  for (const child of children) child.kill()
}
for (const child of children) child.once('exit', stop)
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop)
