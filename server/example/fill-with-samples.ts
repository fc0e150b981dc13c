import { randomUUID } from 'node:crypto'
import type { Session } from '../../shared/board.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import { consider } from '../../shared/consider.ts'
import type { CellRef } from '../../shared/ids.ts'
import type { Person } from '../../shared/protocol.ts'
import { submitAll } from '../board/create-forum.ts'
import type { LiveForum } from '../board/live-forum.ts'
import type { Clock } from '../clock.ts'
import { type SampleSession, sampleSessions } from './sample-sessions.ts'

interface Sample {
  readonly id: string
  readonly session: SampleSession
  readonly host: Person
}

const proposal = ({ id, session, host }: Sample): Command => {
  const { title, description, format, length = 1, expected, tags = [], needs = [] } = session
  return {
    type: 'propose',
    sessionId: id,
    title,
    description,
    hosts: [host.id],
    format,
    length,
    language: 'fr',
    tags: [...tags],
    needs: [...needs],
    ...(expected === undefined ? {} : { expected }),
  }
}

/** The first cell, from the n-th open slot and the 2n-th room on, of which the rules say nothing; else one without a block. */
const freeCell = (
  forum: LiveForum,
  session: Session,
  from: number,
  team: Person,
  clock: Clock,
): CellRef | undefined => {
  const { board } = forum.board
  const context = { actor: { personId: team.id, role: team.role }, now: clock.now(), interest: () => 0 }
  const slots = [...board.slots.values()].filter(({ kind }) => kind === 'open')
  const ids = [...board.rooms.keys()]
  const rooms = ids.map((_, index) => ids[(index + 2 * from) % ids.length] ?? '')
  const cells = slots
    .map((_, index) => slots[(index + from) % slots.length])
    .flatMap((slot) => (slot === undefined ? [] : rooms.map((roomId) => ({ roomId, slotId: slot.id }))))
  const judged = cells.map((cell) => ({ cell, findings: consider(board, session, cell, context) }))
  const best =
    judged.find(({ findings }) => findings.length === 0) ??
    judged.find(({ findings }) => findings.every(({ level }) => level === 'hint'))
  return best?.cell
}

const place = async (forum: LiveForum, team: Person, clock: Clock, samples: readonly Sample[]): Promise<void> => {
  for (const [index, { id }] of samples.entries()) {
    const session = forum.board.board.sessions.get(id)
    const cell = session === undefined ? undefined : freeCell(forum, session, index, team, clock)
    if (cell !== undefined) await submitAll(forum, team, [{ type: 'claim', sessionId: id, ...cell }])
  }
}

/** Some stars of the hosts for each other's sessions, the same ones each time. */
const star = (forum: LiveForum, samples: readonly Sample[]): Promise<unknown> =>
  Promise.all(
    samples.flatMap(({ host }, one) =>
      samples
        .filter((_, other) => one !== other && (3 * one + 5 * other) % 7 < 3)
        .map(({ id }) => forum.interest.set(host.id, id, true)),
    ),
  )

/** Fills a new forum with sample sessions, most of them placed and some in the tray, and opens its three doors. */
export const fillWithSamples = async (forum: LiveForum, team: Person, clock: Clock): Promise<void> => {
  const samples: Sample[] = []
  for (const session of sampleSessions) {
    const host = await forum.people.add({ name: session.host, role: 'participant', tokenHash: null, linkId: null })
    samples.push({ id: randomUUID(), session, host })
  }
  const doors = (['propose', 'claim', 'star'] as const).map((door): Command => ({ type: 'open-door', door }))
  await submitAll(forum, team, [...doors, ...samples.map(proposal)])
  const placed = samples.filter(({ session }) => session.parked !== true)
  await place(forum, team, clock, placed)
  await star(forum, samples)
}
