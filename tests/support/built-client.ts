import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { projectRoot } from './project-files.ts'

const script = "const { ensureClientBuilt } = await import('./server/client-build.ts'); await ensureClientBuilt()"

/**
 * The client as `npm start` would build it. In a process of its own: Vite and the test runner each set NODE_ENV for all,
 * and a client built as a test would be another one than people get.
 * @returns the folder of the build
 * @throws where it cannot be built; why is then on the screen already
 */
export const builtClient = async (): Promise<string> => {
  const building = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 180_000,
  })
  const [code] = await once(building, 'exit')
  if (code !== 0) throw new Error('the client could not be built, so nothing was tested')
  return join(projectRoot, 'dist', 'client')
}
