import { Type } from 'typebox'
import { commandSchemas } from '../../shared/commands/command.schema.ts'
import { Uuid } from '../../shared/commands/fields.schema.ts'
import { ReasonField } from '../../shared/protocol.schema.ts'
import { fault, type Refusal } from '../../shared/refusals.ts'
import { refusalJson } from '../../shared/sentences.ts'
import { languageOf } from '../plugins/errors.ts'
import { forumOf, requirePerson } from '../plugins/identity.ts'
import type { App, Services } from '../services.ts'
import { retryAfterSeconds } from '../sync/allowance.ts'
import { shownEntry } from '../sync/frame.ts'
import { EntryField } from './answers/board.schema.ts'
import { answer } from './answers/fields.schema.ts'
import { Forbidden, NotFound, Refused, Unauthorized, writeErrors } from './answers/refusal.schema.ts'
import { commandBody } from './command-body.ts'
import { SlugParams } from './params.schema.ts'

const Accepted = answer(
  'Done, and on disk. The same id sent again gets this answer again.',
  Type.Object({ seq: Type.Integer(), entry: EntryField }),
)

const id = 'e3a1c6a2-8a43-4c1b-9a0e-6a2f0b8d7c55'

/** What a schema shows of itself; the types of `typebox` don't tell. */
const examplesOf = (schema: object): readonly object[] =>
  'examples' in schema && Array.isArray(schema.examples) ? schema.examples.map((command) => ({ id, command })) : []

const { schema: Body, validatorCompiler } = commandBody(
  { id: Uuid, reason: Type.Optional(ReasonField) },
  Object.values(commandSchemas).flatMap(examplesOf),
)

/** The status of a refusal: most are about the board (409); some are about the role, the pace or the disk. */
const statusOf = (refusal: Refusal): 403 | 409 | 429 | 503 => {
  switch (refusal.code) {
    case 'actor-may':
      return 403
    case 'too-fast':
      return 429
    case 'not-saved':
    case 'read-only':
      return 503
    default:
      return 409
  }
}

export const commandsRoute = (app: App, services: Services): void => {
  app.post(
    '/api/forums/:slug/commands',
    {
      validatorCompiler,
      schema: {
        tags: ['board'],
        summary:
          'Do something on the board: propose, claim, move, release, withdraw, edit; and all that the team does.',
        params: SlugParams,
        body: Body,
        response: { ...writeErrors, 200: Accepted, 401: Unauthorized, 403: Forbidden, 404: NotFound, 409: Refused },
      },
    },
    async (request, reply) => {
      const forum = await forumOf(services, request.params.slug)
      const person = await requirePerson(services.config, request, forum)
      const actor = { personId: person.id, role: person.role }
      const answered = forum.allowance.take(person)
        ? await forum.board.submit({ ...request.body, actor })
        : ({ type: 'refused', refusal: fault('too-fast') } as const)
      if (answered.type === 'accepted') return { seq: answered.entry.seq, entry: shownEntry(answered.entry) }
      const refusal = refusalJson(answered.refusal, languageOf(request))
      const status = statusOf(answered.refusal)
      if (status === 409) return reply.code(409).send({ refusal })
      if (status === 429) void reply.header('retry-after', retryAfterSeconds(person.role))
      // These are said twice, so that who only looks at the status reads them like any other error.
      return reply.code(status).send({ error: { code: refusal.code, message: refusal.message }, refusal })
    },
  )
}
