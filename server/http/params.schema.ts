import { Type } from 'typebox'
import { Id, Uuid } from '../../shared/commands/fields.schema.ts'

/** A forum's address. What has another form can't exist: it is an unknown forum, said by the route. */
const Slug = Type.String({ maxLength: 64, description: 'The forum’s address.', examples: ['exemple'] })

export const SlugParams = Type.Object({ slug: Slug })
export const PersonParams = Type.Object({ slug: Slug, person: Id })
export const RoomParams = Type.Object({ slug: Slug, room: Id })
export const SessionParams = Type.Object({ slug: Slug, session: Uuid })

/** Of the live line: how entries may be packed for this phone (P21); text for who asks for nothing, or for a way that is not known here. */
export const LineQuery = Type.Object({ packed: Type.Optional(Type.String()) })
