import { Type } from 'typebox'
import { boardToJson } from '../../shared/board-json.ts'
import { InstantField } from '../../shared/commands/fields.schema.ts'
import { forumOf, requireFacilitator } from '../plugins/identity.ts'
import type { App, Services } from '../services.ts'
import { BoardField } from './answers/board.schema.ts'
import { answer } from './answers/fields.schema.ts'
import { Forbidden, Malformed, NotFound, Unauthorized } from './answers/refusal.schema.ts'
import { httpError } from './http-error.ts'
import { SlugParams } from './params.schema.ts'

const Moment = answer(
  'The board right after that entry.',
  Type.Object({
    seq: Type.Integer({ minimum: 1, description: 'Of the last entry that is in the board.' }),
    at: InstantField,
    board: BoardField,
  }),
)

const Query = Type.Object(
  {
    seq: Type.Optional(
      Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: 'After the entry of this number.' }),
    ),
    at: Type.Optional(InstantField),
  },
  { additionalProperties: false, description: 'After an entry, or else at an instant; with neither, as it is now.' },
)

/** The wall at any moment, from what the server keeps in memory: quick also at the end of a long log. */
export const historyRoute = (app: App, services: Services): void => {
  app.get(
    '/api/forums/:slug/history',
    {
      schema: {
        tags: ['board'],
        summary: 'Team: the board as it was after an entry, or at an instant.',
        params: SlugParams,
        querystring: Query,
        response: { 200: Moment, 400: Malformed, 401: Unauthorized, 403: Forbidden, 404: NotFound },
      },
    },
    async (request, reply) => {
      const forum = await forumOf(services, request.params.slug)
      await requireFacilitator(services.config, request, forum)
      const { history, seq: latest } = forum.board
      const { at, seq } = request.query
      const moment = at === undefined || seq !== undefined ? await history.after(seq ?? latest) : await history.at(at)
      if (moment === null) throw httpError(404, 'unknown-moment')
      const { board, ...when } = moment
      return reply.header('cache-control', 'no-store').send({ ...when, board: boardToJson(board) })
    },
  )
}
