import { Type } from 'typebox'
import { doorNames, formats, modes, roomKinds } from '../board.ts'
import { limits } from '../limits.ts'

/** Fields that several commands share. Every string is bounded, every id has one alphabet. */
export const Id = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$', description: 'Letters, digits, - and _.' })
export const Uuid = Type.String({
  pattern: '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$',
  description: 'A UUID made by the client.',
})
export const LocalDateField = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' })
export const LocalTimeField = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })
export const InstantField = Type.Integer({ minimum: 0, maximum: 8.64e15, description: 'Milliseconds since 1970 UTC.' })

export const text = (maxLength: number) => Type.String({ maxLength })
export const title = () => Type.String({ minLength: 1, maxLength: limits.title })

export const FormatField = Type.Enum(formats)
export const ModeField = Type.Enum(modes)
export const RoomKindField = Type.Enum(roomKinds)
export const DoorField = Type.Enum(doorNames)
export const SlotKindField = Type.Enum(['open', 'common'] as const)

export const CellRefField = Type.Object({ roomId: Id, slotId: Id }, { additionalProperties: false })

export const CellUseField = Type.Union([
  Type.Object({ type: Type.Literal('open') }, { additionalProperties: false }),
  Type.Object({ type: Type.Literal('closed') }, { additionalProperties: false }),
  Type.Object(
    { type: Type.Literal('reserved'), collectiveId: Type.Union([Id, Type.Null()]) },
    { additionalProperties: false },
  ),
])

export const Capacity = Type.Union([Type.Integer({ minimum: 1, maximum: limits.capacity }), Type.Null()])

/** What a session says of itself; all but the title may be left out. */
export const sessionFields = {
  description: Type.Optional(text(limits.description)),
  hosts: Type.Optional(
    Type.Array(Id, {
      minItems: 1,
      maxItems: limits.hostsPerSession,
      uniqueItems: true,
      description: 'Host first, then co-hosts. Left out: you. Only the team may propose for somebody else.',
    }),
  ),
  collectiveId: Type.Optional(Type.Union([Id, Type.Null()])),
  format: Type.Optional(FormatField),
  tags: Type.Optional(Type.Array(text(limits.tag), { maxItems: limits.tagsPerSession })),
  needs: Type.Optional(Type.Array(text(limits.tag), { maxItems: limits.needsPerSession })),
  language: Type.Optional(Type.String({ pattern: '^([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$', maxLength: 35 })),
  length: Type.Optional(Type.Integer({ minimum: 1, maximum: limits.slotsPerSession })),
  expected: Type.Optional(Capacity),
  links: Type.Optional(
    Type.Array(Type.String({ maxLength: limits.link, pattern: '^(https?://|mailto:)[^\\s<>"]+$' }), {
      maxItems: limits.linksPerSession,
    }),
  ),
  remarks: Type.Optional(text(limits.remarks)),
}

export const roomFields = {
  kind: Type.Optional(RoomKindField),
  capacity: Type.Optional(Capacity),
  building: Type.Optional(text(limits.label)),
  floor: Type.Optional(text(20)),
  features: Type.Optional(Type.Array(text(limits.tag), { maxItems: limits.featuresPerRoom })),
}
