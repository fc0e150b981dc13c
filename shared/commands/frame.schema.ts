import { type Static, Type } from 'typebox'
import { accents } from '../board.ts'
import { limits } from '../limits.ts'
import { Capacity, Id, ModeField, text } from './fields.schema.ts'

export const frameFields = {
  name: Type.Optional(Type.String({ minLength: 1, maxLength: limits.label })),
  theme: Type.Optional(text(limits.title)),
  place: Type.Optional(text(limits.title)),
  timeZone: Type.Optional(text(60)),
  expectedPeople: Type.Optional(Capacity),
  notice: Type.Optional(text(limits.title)),
  accent: Type.Optional(Type.Enum(accents)),
}

export const FrameForum = Type.Object(
  { type: Type.Literal('frame-forum'), ...frameFields },
  {
    additionalProperties: false,
    description: 'Team: change what the forum says of itself. The time zone is fixed once there are slots.',
    examples: [{ type: 'frame-forum', name: 'Forum des usages coopératifs', theme: 'Les pas de côté' }],
  },
)
export type FrameForum = Static<typeof FrameForum>

export const SetMode = Type.Object(
  { type: Type.Literal('set-mode'), mode: ModeField },
  {
    additionalProperties: false,
    description: 'Team: open-space (hosts decide), barcamp or curated (the team may decide).',
    examples: [{ type: 'set-mode', mode: 'barcamp' }],
  },
)
export type SetMode = Static<typeof SetMode>

const people = Type.Array(Id, { maxItems: limits.peoplePerCollective, uniqueItems: true })

export const AddCollective = Type.Object(
  {
    type: Type.Literal('add-collective'),
    collectiveId: Id,
    name: Type.String({ minLength: 1, maxLength: limits.label }),
    people: Type.Optional(people),
  },
  {
    additionalProperties: false,
    description: 'Team: add a collective, whose people may claim the cells reserved for it.',
    examples: [{ type: 'add-collective', collectiveId: 'tiers-lieux', name: 'Réseau des tiers-lieux' }],
  },
)
export type AddCollective = Static<typeof AddCollective>

export const EditCollective = Type.Object(
  {
    type: Type.Literal('edit-collective'),
    collectiveId: Id,
    name: Type.Optional(Type.String({ minLength: 1, maxLength: limits.label })),
    people: Type.Optional(people),
  },
  {
    additionalProperties: false,
    description: 'Team: rename a collective, or say who speaks for it (person ids).',
    examples: [{ type: 'edit-collective', collectiveId: 'tiers-lieux', people: [] }],
  },
)
export type EditCollective = Static<typeof EditCollective>

export const RemoveCollective = Type.Object(
  { type: Type.Literal('remove-collective'), collectiveId: Id },
  {
    additionalProperties: false,
    description: 'Team: remove a collective. Refused while a cell or a session is its own.',
    examples: [{ type: 'remove-collective', collectiveId: 'tiers-lieux' }],
  },
)
export type RemoveCollective = Static<typeof RemoveCollective>
