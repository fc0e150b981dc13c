import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Config } from '../config.ts'

/** What the person at the command line has to mend, in one line. */
export class CommandLineError extends Error {}

export interface CommandLine {
  readonly config: Config
  /** Everything after the command's own name. */
  readonly args: readonly string[]
}

/** A command: does its work and hands back what is printed, as JSON, on standard output. */
export type CliCommand = (line: CommandLine) => Promise<unknown>

type Options = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>

interface Given {
  readonly text: (name: string) => string | undefined
  readonly flag: (name: string) => boolean
  readonly positionals: readonly string[]
}

/** Reads options strictly. @throws CommandLineError for one that is unknown, or positionals too few or too many */
export const readArgs = (args: readonly string[], options: Options, positionals: readonly string[] = []): Given => {
  const parsed = (() => {
    try {
      return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
    } catch (error) {
      throw new CommandLineError(error instanceof Error ? error.message : String(error))
    }
  })()
  if (parsed.positionals.length !== positionals.length) {
    throw new CommandLineError(
      positionals.length === 0 ? `Unexpected: ${parsed.positionals.join(' ')}` : `Expected: ${positionals.join(' ')}`,
    )
  }
  return {
    text: (name) => {
      const value = parsed.values[name]
      return typeof value === 'string' ? value : undefined
    },
    flag: (name) => parsed.values[name] === true,
    positionals: parsed.positionals,
  }
}

/** A path as the person meant it: npm changes the folder, and says where it was called. */
export const pathFrom = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path)
