import { Type } from 'typebox'
import { Id, InstantField, LocalDateField } from '../../shared/commands/fields.schema.ts'
import { hostsOf, insideOf } from '../../shared/together.ts'
import { localDate, offsetAt } from '../../shared/zone.ts'
import type { LiveForum } from '../board/live-forum.ts'
import { forumOf } from '../plugins/identity.ts'
import type { App, Services } from '../services.ts'
import { answer, list } from './answers/fields.schema.ts'
import { Malformed, NotFound } from './answers/refusal.schema.ts'
import { SlugParams } from './params.schema.ts'

const Agenda = answer(
  'All placements, by start and room.',
  list(
    Type.Object({
      sessionId: Id,
      title: Type.String(),
      description: Type.String(),
      format: Type.String(),
      tags: list(Type.String()),
      language: Type.String(),
      hosts: list(Type.String({ description: 'Names, the host first; then those of the sessions inside it.' })),
      inside: Type.Array(Type.Object({ sessionId: Id, title: Type.String() }), {
        description: 'Sessions that are held together with this one, in its place.',
      }),
      roomId: Id,
      room: Type.String(),
      slotId: Id,
      slotIds: list(Id),
      date: LocalDateField,
      start: InstantField,
      end: InstantField,
      startsAt: Type.String({ examples: ['2024-07-03T11:00:00+02:00'] }),
      endsAt: Type.String({ examples: ['2024-07-03T12:00:00+02:00'] }),
    }),
  ),
)

/** ISO 8601 in the forum's own zone: "2024-07-03T11:00:00+02:00". */
const isoIn = (at: number, timeZone: string): string => {
  const offset = offsetAt(at, timeZone)
  const wall = new Date(at + offset).toISOString().slice(0, 19)
  const minutes = Math.abs(Math.round(offset / 60_000))
  const twoDigits = (value: number) => String(value).padStart(2, '0')
  return `${wall}${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
}

const agendaOf = ({ board: { board }, people }: LiveForum) => {
  const { timeZone } = board.frame
  return [...board.placements.values()]
    .sort((a, b) => a.start - b.start || (a.roomId < b.roomId ? -1 : 1))
    .flatMap(({ sessionId, roomId, slotIds, start, end }) => {
      const session = board.sessions.get(sessionId)
      if (session === undefined) return []
      const { title, description, format, tags, language } = session
      return {
        sessionId,
        title,
        description,
        format,
        tags,
        language,
        hosts: hostsOf(board, session).flatMap((id) => people.get(id)?.name ?? []),
        inside: insideOf(board, sessionId).map((inside) => ({ sessionId: inside.id, title: inside.title })),
        roomId,
        room: board.rooms.get(roomId)?.name ?? roomId,
        slotId: slotIds[0] ?? '',
        slotIds,
        date: localDate(start, timeZone),
        start,
        end,
        startsAt: isoIn(start, timeZone),
        endsAt: isoIn(end, timeZone),
      }
    })
}

export const agendaRoute = (app: App, services: Services): void => {
  app.get(
    '/api/forums/:slug/agenda.json',
    {
      schema: {
        tags: ['board'],
        summary: 'What is placed, as a flat list for other tools.',
        params: SlugParams,
        response: { 200: Agenda, 400: Malformed, 404: NotFound },
      },
    },
    async (request, reply) => {
      const forum = await forumOf(services, request.params.slug)
      return reply.header('cache-control', 'no-cache').send(agendaOf(forum))
    },
  )
}
