import { Type } from 'typebox'
import type { Advice, SlotAdvice } from '../../shared/advice.ts'
import type { Session, Slot } from '../../shared/board.ts'
import type { Context } from '../../shared/context.ts'
import type { PersonId } from '../../shared/ids.ts'
import { tornAt } from '../../shared/rules/audience-torn.ts'
import { slotRun } from '../../shared/slots.ts'
import type { Instant } from '../../shared/time.ts'
import { hostsOf } from '../../shared/together.ts'
import type { LiveForum } from '../board/live-forum.ts'
import { requireAllowance } from '../plugins/allowance.ts'
import { forumOf, requirePerson } from '../plugins/identity.ts'
import type { App, Services } from '../services.ts'
import { answer } from './answers/fields.schema.ts'
import { Forbidden, Malformed, NotFound, TooFast, Unauthorized } from './answers/refusal.schema.ts'
import { httpError } from './http-error.ts'
import { SessionParams } from './params.schema.ts'

const Advised = answer(
  'By each open slot to come, for the session’s own length from there on.',
  Type.Object(
    {
      slots: Type.Record(
        Type.String(),
        Type.Object({
          torn: Type.Union(
            ['none', 'few', 'some', 'many'].map((word) => Type.Literal(word)),
            {
              description: 'Of those whom it interests, how many something else at that time does. Never a figure.',
            },
          ),
          away: Type.Boolean({ description: 'Somebody who hosts it can’t be there.' }),
          mine: Type.Boolean({ description: 'You said so yourself.' }),
        }),
      ),
    },
    { examples: [{ slots: { '2024-07-03-1100': { torn: 'few', away: true, mine: false } } }] },
  ),
)

/** @param you who asks: what others said is told of all of them together */
const inSlot = (forum: LiveForum, session: Session, slot: Slot, you: PersonId): SlotAdvice => {
  const { absences, audience } = forum
  const { board } = forum.board
  const slots = slotRun(board, slot.id, session.length) ?? [slot]
  const time = { slots, start: slot.start, end: slots.at(-1)?.end ?? slot.end }
  const torn: Context['torn'] = (id, _slots, others) => audience.word(board, id, slot.id, others)
  const away = hostsOf(board, session).filter((host) => absences.isAway(host, slots))
  return { torn: tornAt(board, session, time, { torn }), away: away.length > 0, mine: away.includes(you) }
}

const adviceFor = (forum: LiveForum, session: Session, now: Instant, you: PersonId): Advice => {
  const open = [...forum.board.board.slots.values()].filter(({ kind, start }) => kind === 'open' && start > now)
  return { slots: Object.fromEntries(open.map((slot) => [slot.id, inSlot(forum, session, slot, you)])) }
}

/** What only the server knows of a card in hand (P20); for those who may carry it (I12). */
export const adviceRoute = (app: App, services: Services): void => {
  app.get(
    '/api/forums/:slug/sessions/:session/advice',
    {
      schema: {
        tags: ['board'],
        summary: 'Hosts and team: in which slots would people be torn, or a host be away?',
        params: SessionParams,
        response: { 200: Advised, 400: Malformed, 401: Unauthorized, 403: Forbidden, 404: NotFound, 429: TooFast },
      },
    },
    async (request, reply) => {
      const forum = await forumOf(services, request.params.slug)
      const person = await requirePerson(services.config, request, forum)
      const { board } = forum.board
      const session = board.sessions.get(request.params.session)
      if (session === undefined) throw httpError(404, 'unknown-session')
      const mayCarry = person.role === 'facilitator' || hostsOf(board, session).includes(person.id)
      if (!mayCarry) throw httpError(403, 'hosts-only')
      // All slots are looked at, which costs more than most commands.
      requireAllowance(forum, person)
      return reply.header('cache-control', 'no-store').send(adviceFor(forum, session, services.clock.now(), person.id))
    },
  )
}
