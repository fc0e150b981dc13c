import { type Static, Type } from 'typebox'
import { CloseDoor, OpenDoor, ScheduleDoor } from './doors.schema.ts'
import { DropOut } from './drop-out.schema.ts'
import { AddCollective, EditCollective, FrameForum, RemoveCollective, SetMode } from './frame.schema.ts'
import { Restore, Undo } from './history.schema.ts'
import { Repeat, Split, StepBack, TakeOver, Unmerge } from './hosting.schema.ts'
import { AnswerOffer, MakeOffer, WithdrawOffer } from './offers.schema.ts'
import { Claim, Move, Release } from './placement.schema.ts'
import { SetFigures, SetRule } from './rules.schema.ts'
import { Edit, Lock, Propose, Unlock, Withdraw } from './session.schema.ts'
import {
  AddRoom,
  AddSlot,
  EditRoom,
  EditSlot,
  LabelDay,
  OrderRooms,
  RemoveRoom,
  RemoveSlot,
  SetCells,
} from './venue.schema.ts'

/** Every command, by its type. A new one is one line here and one arm in `decide`. */
export const commandSchemas = {
  propose: Propose,
  edit: Edit,
  withdraw: Withdraw,
  claim: Claim,
  move: Move,
  release: Release,
  unmerge: Unmerge,
  split: Split,
  repeat: Repeat,
  'take-over': TakeOver,
  'step-back': StepBack,
  offer: MakeOffer,
  'answer-offer': AnswerOffer,
  'withdraw-offer': WithdrawOffer,
  undo: Undo,
  lock: Lock,
  unlock: Unlock,
  'frame-forum': FrameForum,
  'set-mode': SetMode,
  'add-room': AddRoom,
  'edit-room': EditRoom,
  'remove-room': RemoveRoom,
  'order-rooms': OrderRooms,
  'add-slot': AddSlot,
  'edit-slot': EditSlot,
  'remove-slot': RemoveSlot,
  'label-day': LabelDay,
  'set-cells': SetCells,
  'add-collective': AddCollective,
  'edit-collective': EditCollective,
  'remove-collective': RemoveCollective,
  'open-door': OpenDoor,
  'close-door': CloseDoor,
  'schedule-door': ScheduleDoor,
  'set-rule': SetRule,
  'set-figures': SetFigures,
  'drop-out': DropOut,
  restore: Restore,
} as const

export type CommandType = keyof typeof commandSchemas
export type Command = { [K in CommandType]: Static<(typeof commandSchemas)[K]> }[CommandType]

export const CommandSchema = Type.Union(Object.values(commandSchemas))
