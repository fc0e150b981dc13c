import type { RuleId } from '../refusals.ts'
import { actorMay } from './actor-may.ts'
import { audienceTorn } from './audience-torn.ts'
import { cellOpen } from './cell-open.ts'
import { doorOpen } from './door-open.ts'
import { hostAvailable } from './host-available.ts'
import { hostFree } from './host-free.ts'
import { latePool } from './late-pool.ts'
import { lengthFits } from './length-fits.ts'
import { locked } from './locked.ts'
import { ownLimit } from './own-limit.ts'
import { placeFree } from './place-free.ts'
import { roomEquipped } from './room-equipped.ts'
import { roomHolds } from './room-holds.ts'
import type { Rule } from './rule.ts'
import { sameSubject } from './same-subject.ts'
import { slotBegun } from './slot-begun.ts'
import { turnOver } from './turn-over.ts'
import { walkingTime } from './walking-time.ts'

/** Every rule, in the order in which findings of one level are told. Adding a rule is one file and one line here. */
export const rules: readonly Rule[] = [
  actorMay,
  locked,
  doorOpen,
  slotBegun,
  placeFree,
  cellOpen,
  hostFree,
  hostAvailable,
  lengthFits,
  latePool,
  ownLimit,
  walkingTime,
  turnOver,
  roomHolds,
  roomEquipped,
  sameSubject,
  audienceTorn,
]

export const rulesById: ReadonlyMap<RuleId, Rule> = new Map(rules.map((rule) => [rule.id, rule]))
