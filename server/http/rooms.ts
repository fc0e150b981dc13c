import { Type } from 'typebox'
import type { Placement } from '../../shared/board.ts'
import { InstantField } from '../../shared/commands/fields.schema.ts'
import { nowIn } from '../../shared/now.ts'
import { hostsOf, insideOf } from '../../shared/together.ts'
import type { LiveForum } from '../board/live-forum.ts'
import { forumOf } from '../plugins/identity.ts'
import type { App, Services } from '../services.ts'
import {
  answer,
  list,
  nullable,
  PersonField,
  PlacementField,
  RoomField,
  SessionField,
  SlotField,
} from './answers/fields.schema.ts'
import { Malformed, NotFound } from './answers/refusal.schema.ts'
import { httpError } from './http-error.ts'
import { RoomParams } from './params.schema.ts'

const HeldField = Type.Object({
  session: SessionField,
  inside: list(SessionField),
  placement: PlacementField,
  hosts: list(PersonField),
})

const RoomNow = answer(
  'What a door shows.',
  Type.Object({
    serverTime: InstantField,
    timeZone: Type.String({ description: 'IANA name of the zone that the hours are meant in.' }),
    room: RoomField,
    current: nullable(HeldField),
    next: nullable(HeldField),
    freeUntil: nullable(InstantField),
    rest: list(HeldField),
    common: nullable(SlotField),
  }),
)

/** A placement with what a reader wants to know of it, all who host what is held there among it. */
const heldIn = ({ board, people }: LiveForum, placement: Placement) => {
  const session = board.board.sessions.get(placement.sessionId)
  if (session === undefined) throw new Error(`${placement.sessionId} is placed and not on the board`)
  const hosts = hostsOf(board.board, session).flatMap((id) => people.get(id) ?? [])
  return { session, inside: insideOf(board.board, session.id), placement, hosts }
}

export const roomsRoute = (app: App, services: Services): void => {
  app.get(
    '/api/forums/:slug/rooms/:room/now',
    {
      schema: {
        tags: ['board'],
        summary: 'What is in a room now, what comes next today, and until when it is free.',
        params: RoomParams,
        response: { 200: RoomNow, 400: Malformed, 404: NotFound },
      },
    },
    async (request, reply) => {
      const forum = await forumOf(services, request.params.slug)
      const { board } = forum.board
      const room = board.rooms.get(request.params.room)
      if (room === undefined) throw httpError(404, 'unknown-room')
      const serverTime = services.clock.now()
      const { current, next, freeUntil, rest, common } = nowIn(board, room.id, serverTime)
      const held = (placement: Placement | null) => (placement === null ? null : heldIn(forum, placement))
      return reply.header('cache-control', 'no-cache').send({
        serverTime,
        timeZone: board.frame.timeZone,
        room,
        current: held(current),
        next: held(next),
        freeUntil,
        rest: rest.map((placement) => heldIn(forum, placement)),
        common,
      })
    },
  )
}
