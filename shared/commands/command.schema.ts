import { type Static, Type } from 'typebox'
import { CloseDoor, OpenDoor, ScheduleDoor } from './doors.schema.ts'
import { AddCollective, EditCollective, FrameForum, RemoveCollective, SetMode } from './frame.schema.ts'
import { Claim, Move, Release } from './placement.schema.ts'
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
} as const

export type CommandType = keyof typeof commandSchemas
export type Command = { [K in CommandType]: Static<(typeof commandSchemas)[K]> }[CommandType]

export const CommandSchema = Type.Union(Object.values(commandSchemas))
