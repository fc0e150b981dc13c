import type { Board } from '../../shared/board.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { Actor } from '../../shared/context.ts'
import type { Entry } from '../../shared/events.ts'
import type { CommandId } from '../../shared/ids.ts'
import { fault, type Refusal } from '../../shared/refusals.ts'
import { cleanLine, cleanText } from '../../shared/words.ts'

/** A command as it reaches a board, with the identity of who sent it. */
export interface Submission {
  readonly id: CommandId
  readonly command: Command
  readonly actor: Actor
  /** Why, where a rule asks for a reason; as it was typed. */
  readonly reason?: string | undefined
}

/** The reason as rules and log get it: cleaned, undefined where nothing of it shows. */
export const reasonOf = ({ reason }: Pick<Submission, 'reason'>): string | undefined =>
  reason === undefined || cleanLine(reason) === '' ? undefined : cleanText(reason.toWellFormed())

/** What every submission gets: its entry, on disk, or why nothing happened. */
export type Answer =
  | { readonly type: 'accepted'; readonly entry: Entry }
  | { readonly type: 'refused'; readonly refusal: Refusal }

export const accepted = (entry: Entry): Answer => ({ type: 'accepted', entry })
export const refused = (refusal: Refusal): Answer => ({ type: 'refused', refusal })
export const idTaken = (): Answer => refused(fault('command-id-taken'))

/** A submission without its answer yet. */
export interface Waiting {
  readonly submission: Submission
  /** The board at the moment that a restore names. */
  readonly past?: Board
  readonly answer: Promise<Answer>
  readonly resolve: (answer: Answer) => void
}

export const waitingFor = (submission: Submission): Waiting => {
  const { promise, resolve } = Promise.withResolvers<Answer>()
  return { submission, answer: promise, resolve }
}
