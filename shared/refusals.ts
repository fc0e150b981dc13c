import type { CellRef, SessionId } from './ids.ts'
import type { Instant } from './time.ts'

/** `block` refuses; `needs-reason` refuses until a reason is given; `hint` only informs; `off` is not asked. */
export type Level = 'block' | 'needs-reason' | 'hint' | 'off'
export const levels = ['block', 'needs-reason', 'hint', 'off'] as const satisfies readonly Level[]

export type RuleId =
  | 'actor-may'
  | 'locked'
  | 'door-open'
  | 'slot-begun'
  | 'place-free'
  | 'cell-open'
  | 'host-free'
  | 'host-available'
  | 'length-fits'
  | 'late-pool'
  | 'own-limit'
  | 'walking-time'
  | 'turn-over'
  | 'room-holds'
  | 'room-equipped'
  | 'same-subject'
  | 'audience-torn'

export const ruleIds = [
  'actor-may',
  'locked',
  'door-open',
  'slot-begun',
  'place-free',
  'cell-open',
  'host-free',
  'host-available',
  'length-fits',
  'late-pool',
  'own-limit',
  'walking-time',
  'turn-over',
  'room-holds',
  'room-equipped',
  'same-subject',
  'audience-torn',
] as const satisfies readonly RuleId[]

/** What a rule's sentence is made of. */
export type Facts = Readonly<Record<string, string | number>>

/** One thing that a rule has to say of an attempt. */
export interface Finding {
  readonly rule: RuleId
  readonly level: Exclude<Level, 'off'>
  readonly facts: Facts
}

/** Refusals that no rule speaks: the command cannot be read against this board, or cannot be kept. */
export type Fault =
  | 'unknown-session'
  | 'unknown-room'
  | 'unknown-slot'
  | 'unknown-collective'
  | 'unknown-person'
  | 'already-exists'
  | 'not-placed'
  | 'bad-time'
  | 'bad-time-zone'
  | 'empty-text'
  | 'too-many'
  | 'still-used'
  | 'unknown-offer'
  | 'offer-over'
  | 'no-such-offer'
  | 'already-merged'
  | 'carrier-gone'
  | 'not-merged'
  | 'has-host'
  | 'hosts-decide'
  | 'hosts-to-share'
  | 'nothing-to-undo'
  | 'built-upon'
  | 'unknown-moment'
  | 'still-homeless'
  | 'fixed-rule'
  | 'already-so'
  | 'command-id-taken'
  | 'not-joined'
  | 'not-saved'
  | 'read-only'
  | 'too-fast'

/** Said by a phone to its own person, never by the server: a claim that waited too long to be sent unasked (P4). */
export type OwnFault = 'too-late'

/** Who holds the cell that was wanted. */
export interface Holder {
  readonly sessionId: SessionId
  readonly title: string
  /** Server time. */
  readonly since: Instant
}

/** Why a command took no effect. A value: an exception is a bug. */
export interface Refusal {
  /** The worst rule, or the fault. */
  readonly code: RuleId | Fault
  /** What a fault's sentence is made of; empty where rules speak. */
  readonly facts: Facts
  /** All findings, worst first. */
  readonly findings: readonly Finding[]
  readonly holder?: Holder
  /** Up to three free cells, best first. */
  readonly alternatives: readonly CellRef[]
}

export const fault = (code: Fault, facts: Facts = {}): Refusal => ({ code, facts, findings: [], alternatives: [] })
