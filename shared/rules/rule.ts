import type { Board, Room, Session, Slot } from '../board.ts'
import type { Context } from '../context.ts'
import type { InLanguages } from '../language.ts'
import type { Facts, Level, RuleId } from '../refusals.ts'
import type { Interval } from '../time.ts'

/**
 * What somebody tries, in the few kinds that rules tell apart. `stand` is nobody's act: it asks what stands against a
 * session where it is.
 */
export type Action = 'propose' | 'edit' | 'withdraw' | 'place' | 'release' | 'frame' | 'stand'

/** Where a session would be: a room, and the consecutive slots it takes from the claimed one on. */
export interface Place extends Interval {
  readonly room: Room
  readonly slots: readonly Slot[]
  /** False where the day has no run of slots long enough; `slots` then holds the claimed one alone. */
  readonly fits: boolean
}

/** One thing tried by one person at one time: all that a rule may look at. */
export interface Attempt {
  readonly board: Board
  readonly context: Context
  readonly action: Action
  /** As it would be after the attempt; null where it is about the frame. */
  readonly session: Session | null
  /** As it is on the board now; null where it is not there yet. */
  readonly before: Session | null
  readonly place: Place | null
  /**
   * Where others move in the same step, so that `board` has them where they go: the board before it. Left out: nobody does.
   */
  readonly origin?: Board
}

/** One rule: one file, one number of RULES.md, one sentence in every language. Its levels are in `defaults`. */
export interface Rule {
  readonly id: RuleId
  /** Its number in RULES.md. */
  readonly number: `B${number}`
  /** One `Facts` per thing that stands against the rule; none where all is well. Pure, and quick enough for every cell. */
  readonly check: (attempt: Attempt) => readonly Facts[]
  /** What is said of those facts: to the person who tried, in whole sentences, naming nothing private. */
  readonly sentence: InLanguages<(facts: Facts) => string>
  /** Facts that are a block whatever the team chose: nobody can want them otherwise. */
  readonly isFixed?: (facts: Facts) => boolean
  /** The level of these facts where the team chose none; left out or undefined: the mode's. */
  readonly levelFor?: (facts: Facts) => Level | undefined
}

export const nothing: readonly Facts[] = []

export const isTeam = (attempt: Attempt): boolean => attempt.context.actor.role === 'facilitator'

/**
 * Whether the room and the hours are asked about: they are for what is placed and for what stands. An edit leaves a
 * session where it is, and asks of its hosts only.
 */
export const asksPlace = ({ action }: Attempt): boolean => action === 'place' || action === 'stand'
