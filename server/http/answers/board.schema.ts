import { Type } from 'typebox'
import { CellUseField, Id, InstantField, LocalDateField } from '../../../shared/commands/fields.schema.ts'
import {
  CellField,
  list,
  nullable,
  OfferField,
  PersonField,
  PlacementField,
  RoomField,
  RulesField,
  SessionField,
  SlotField,
} from './fields.schema.ts'

const FrameField = Type.Object({
  name: Type.String(),
  theme: Type.String(),
  place: Type.String(),
  timeZone: Type.String({ examples: ['Europe/Paris'] }),
  mode: Type.String({ examples: ['open-space', 'barcamp', 'curated'] }),
  expectedPeople: nullable(Type.Number()),
  notice: Type.String(),
  accent: Type.String({ examples: ['sea'] }),
})

const DoorStateField = Type.Object({ opensAt: nullable(InstantField), closesAt: nullable(InstantField) })

export const BoardField = Type.Object({
  frame: FrameField,
  rooms: list(RoomField),
  slots: list(SlotField),
  days: list(Type.Object({ date: LocalDateField, label: Type.String() })),
  cells: list(Type.Object({ cell: CellField, use: CellUseField })),
  doors: Type.Object({ propose: DoorStateField, claim: DoorStateField, star: DoorStateField }),
  collectives: list(Type.Object({ id: Id, name: Type.String(), people: list(Id) })),
  sessions: list(SessionField),
  withdrawn: list(Id),
  placements: list(PlacementField),
  offers: list(OfferField),
  rules: RulesField,
})

export const SnapshotField = Type.Object({
  epoch: Type.String({ description: 'Changes when a backup is restored: seqs of another epoch mean nothing.' }),
  seq: Type.Integer({ minimum: 0, description: 'Number of the last entry that is in the board.' }),
  serverTime: InstantField,
  board: BoardField,
  people: list(PersonField),
  counts: Type.Record(Type.String(), Type.Integer(), { description: 'Interest by session id, those above zero.' }),
  votesBefore: Type.Optional(
    Type.Record(Type.String(), Type.Integer(), {
      description: 'Stars of the forum that are older than a session, by its id, those above zero.',
    }),
  ),
})

export const EventField = Type.Object(
  { type: Type.String({ examples: ['session-placed'] }) },
  { additionalProperties: true },
)

export const EntryField = Type.Object({
  seq: Type.Integer({ minimum: 1 }),
  commandId: Type.String(),
  by: Id,
  at: InstantField,
  events: list(EventField),
  reason: Type.Optional(Type.String({ description: 'For the team only: why, although a rule asked for a reason.' })),
})
