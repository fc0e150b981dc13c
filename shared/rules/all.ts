import type { RuleId } from '../refusals.ts'
import { actorMay } from './actor-may.ts'
import { cellOpen } from './cell-open.ts'
import { doorOpen } from './door-open.ts'
import { hostFree } from './host-free.ts'
import { lengthFits } from './length-fits.ts'
import { locked } from './locked.ts'
import { placeFree } from './place-free.ts'
import { roomEquipped } from './room-equipped.ts'
import { roomHolds } from './room-holds.ts'
import type { Rule } from './rule.ts'
import { slotBegun } from './slot-begun.ts'

/** Every rule, in the order in which findings of one level are told. Adding a rule is one file and one line here. */
export const rules: readonly Rule[] = [
  actorMay,
  locked,
  doorOpen,
  slotBegun,
  placeFree,
  cellOpen,
  hostFree,
  lengthFits,
  roomHolds,
  roomEquipped,
]

export const rulesById: ReadonlyMap<RuleId, Rule> = new Map(rules.map((rule) => [rule.id, rule]))
