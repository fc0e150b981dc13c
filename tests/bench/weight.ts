import type { Child } from './child.ts'

/** Bytes of a server's process. */
export interface Weight {
  /** All that is resident. */
  readonly resident: number
  /** What its JavaScript holds, buffers included. */
  readonly held: number
}

/** For a child that is to be weighed. */
export const weighable: Readonly<Record<string, string>> = {
  NODE_OPTIONS: `--expose-gc --import=${new URL('./servers/weigh.ts', import.meta.url)}`,
}

/** Weighs a server that was started with `weighable`, after everything that nobody holds was thrown away. */
export const weigh = ({ process: server }: Child): Promise<Weight> =>
  new Promise((resolve) => {
    let text = ''
    const hear = (chunk: Buffer): void => {
      text += chunk.toString()
      const [, resident, held] = /weight (\d+) (\d+)\n/.exec(text) ?? []
      if (resident === undefined) return
      server.stdout?.off('data', hear)
      resolve({ resident: Number(resident), held: Number(held) })
    }
    server.stdout?.on('data', hear)
    server.kill('SIGUSR2')
  })
