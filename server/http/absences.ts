import type { Person } from '../../shared/protocol.ts'
import type { LiveForum } from '../board/live-forum.ts'
import { requireAllowance } from '../plugins/allowance.ts'
import { forumOf, requireFacilitator, requirePerson } from '../plugins/identity.ts'
import type { App, Services } from '../services.ts'
import { AbsencesBody, AbsencesSaid, absencesOf } from './absences-said.ts'
import { Forbidden, Malformed, NotFound, Unauthorized, writeErrors } from './answers/refusal.schema.ts'
import { httpError } from './http-error.ts'
import { PersonParams, SlugParams } from './params.schema.ts'

const personOf = (forum: LiveForum, id: string): Person => {
  const person = forum.people.get(id)
  if (person === undefined) throw httpError(404, 'unknown-person')
  return person
}

/** When a host can't be there: outside the log (L18), told to nobody but them and the team (I11). */
export const absencesRoutes = (app: App, services: Services): void => {
  const { config } = services
  const mine = '/api/forums/:slug/me/absences'
  const theirs = '/api/forums/:slug/people/:person/absences'
  const read = { 200: AbsencesSaid, 400: Malformed, 401: Unauthorized, 404: NotFound }
  const write = { ...writeErrors, ...read }

  app.get(
    mine,
    { schema: { tags: ['people'], summary: 'When can’t I be there?', params: SlugParams, response: read } },
    async (request, reply) => {
      const forum = await forumOf(services, request.params.slug)
      const person = await requirePerson(config, request, forum)
      return reply.header('cache-control', 'no-store').send({ absences: forum.absences.of(person.id) })
    },
  )

  app.put(
    mine,
    {
      schema: {
        tags: ['people'],
        summary: 'Say when you can’t be there: these take the place of what you said before.',
        params: SlugParams,
        body: AbsencesBody,
        response: write,
      },
    },
    async (request) => {
      const forum = await forumOf(services, request.params.slug)
      const person = await requirePerson(config, request, forum)
      requireAllowance(forum, person)
      await forum.absences.set(person.id, absencesOf(request.body))
      return { absences: forum.absences.of(person.id) }
    },
  )

  app.get(
    theirs,
    {
      schema: {
        tags: ['people'],
        summary: 'Team: when can’t somebody be there?',
        params: PersonParams,
        response: { ...read, 403: Forbidden },
      },
    },
    async (request, reply) => {
      const forum = await forumOf(services, request.params.slug)
      await requireFacilitator(config, request, forum)
      const person = personOf(forum, request.params.person)
      return reply.header('cache-control', 'no-store').send({ absences: forum.absences.of(person.id) })
    },
  )

  app.put(
    theirs,
    {
      schema: {
        tags: ['people'],
        summary: 'Team: say for somebody when they can’t be there.',
        params: PersonParams,
        body: AbsencesBody,
        response: { ...write, 403: Forbidden },
      },
    },
    async (request) => {
      const forum = await forumOf(services, request.params.slug)
      requireAllowance(forum, await requireFacilitator(config, request, forum))
      const person = personOf(forum, request.params.person)
      await forum.absences.set(person.id, absencesOf(request.body))
      return { absences: forum.absences.of(person.id) }
    },
  )
}
