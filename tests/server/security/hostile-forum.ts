import type { Board } from '../../../shared/board.ts'
import type { Command, CommandType } from '../../../shared/commands/command.schema.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { limits } from '../../../shared/limits.ts'
import type { ForumPlan } from '../../../shared/plan.schema.ts'
import type { LocalDate } from '../../../shared/time.ts'
import { sessionId } from '../../support/boards.ts'
import { payloads } from './payloads.ts'

/** The nth hostile text that is no longer than this. */
export type Text = (n: number, longest: number) => string

/** A forum whose every text, of its frame, rooms, days, slots and collectives, is hostile. */
export const hostilePlan = (text: Text, date: LocalDate): ForumPlan => {
  const rooms = [0, 1, 2, 3].map((n) => ({
    name: `${n} ${text(19 + n, limits.label - 2)}`,
    kind: n === 3 ? ('outdoor' as const) : ('room' as const),
    capacity: 40,
    building: text(4 * n, limits.label),
    floor: text(n, 20),
    features: [text(3 * n, limits.tag), text(3 * n + 7, limits.tag)],
  }))
  const hours = ['09:00', '10:00', '11:00', '13:00', '14:00', '15:00', '16:00']
  return {
    name: text(12, limits.label),
    theme: text(23, limits.title),
    place: text(25, limits.title),
    timeZone: 'Europe/Paris',
    expectedPeople: 60,
    notice: text(39, limits.title),
    mode: 'barcamp',
    rooms,
    days: [
      {
        date,
        label: text(9, limits.label),
        slots: [
          ...hours.map((start, n) => ({
            start,
            end: `${start.slice(0, 3)}50`,
            kind: 'open' as const,
            label: text(30 + n, limits.label),
          })),
          { start: '12:00', end: '12:50', kind: 'common' as const, label: text(45, limits.label) },
        ],
      },
    ],
    reserved: [{ collective: text(50, limits.label), rooms: [rooms[3]?.name ?? ''], date }],
  }
}

export interface Step {
  /** Whose it is: the nth host's, or the team's. */
  readonly by: number | 'team'
  readonly command: Command
}

const linkOf = (n: number): string => `https://example.org/${n}?next=javascript:__xss()&'--`
const offerId = (n: number): string => sessionId(9000 + n)

/** What fills such a forum: a session for each text, those that fit placed; then everything that holds text is edited. */
export const hostileSteps = (text: Text, board: Board, hosts: readonly PersonId[]): readonly Step[] => {
  const [rooms, slots] = [[...board.rooms.keys()], [...board.slots.values()].filter(({ kind }) => kind === 'open')]
  const [room = '', slot] = [rooms[3], slots[6]]
  const [collectiveId = ''] = board.collectives.keys()
  const sessions = payloads.flatMap((_, n): readonly Step[] => {
    const by = n % hosts.length
    const said = {
      title: `${n}: ${text(n, limits.title - 4)}`,
      description: `${text(n, 1000)}\n\n${text(n + 1, 1000)}`,
      tags: [text(n, limits.tag), text(n + 3, limits.tag)],
      needs: [text(n + 5, limits.tag)],
      remarks: text(n + 2, limits.remarks),
      // Of the usual form, and no language's.
      language: 'fr-abc',
      links: [linkOf(n), 'mailto:x@example.org?body=%3Cscript%3E__xss()%3C/script%3E'],
    }
    const proposed: Step = { by, command: { type: 'propose', sessionId: sessionId(n), ...said } }
    // A host is in one place at a time: so many hosts, so many rooms.
    const [roomId, at] = [rooms[n % 3], slots[Math.floor(n / 3)]]
    if (n >= 18 || roomId === undefined || at === undefined) return [proposed]
    return [proposed, { by, command: { type: 'claim', sessionId: sessionId(n), roomId, slotId: at.id } }]
  })
  const ofTeam: readonly Command[] = [
    {
      type: 'edit-room',
      roomId: room,
      name: text(20, 100),
      building: text(1, 100),
      floor: text(2, 20),
      features: [text(3, 40)],
    },
    {
      type: 'add-room',
      roomId: 'more',
      name: text(21, 100),
      building: text(5, 100),
      floor: text(6, 20),
      features: [text(7, 40)],
    },
    { type: 'edit-slot', slotId: slot?.id ?? '', label: text(22, limits.label) },
    { type: 'add-slot', slotId: 'late', date: slot?.date ?? '', start: '17:00', end: '17:50', label: text(24, 100) },
    { type: 'label-day', date: slot?.date ?? '', label: text(26, limits.label) },
    { type: 'add-collective', collectiveId: 'more', name: text(27, limits.label), people: [...hosts] },
    { type: 'edit-collective', collectiveId, name: text(28, limits.label) },
    { type: 'set-figures', walks: [{ from: text(1, 100), to: text(4, 100), minutes: 7 }] },
    { type: 'frame-forum', name: text(13, 100), theme: text(31, 200), place: text(32, 200), notice: text(33, 200) },
  ]
  return [
    ...sessions,
    ...ofTeam.map((command): Step => ({ by: 'team', command })),
    {
      by: 0,
      command: {
        type: 'edit',
        sessionId: sessionId(0),
        title: `0: ${text(0, 90)} ${text(29, 90)}`,
        description: text(29, 200),
        remarks: text(30, 200),
        tags: [text(8, 40)],
        needs: [text(9, 40)],
      },
    },
    {
      by: 1,
      command: { type: 'split', sessionId: sessionId(1), newId: sessionId(7000), title: text(34, 200), hosts: [] },
    },
    {
      by: 2,
      command: {
        type: 'offer',
        offerId: offerId(1),
        kind: 'swap',
        fromId: sessionId(2),
        toId: sessionId(3),
        word: text(35, limits.offerWord),
      },
    },
    {
      by: 4,
      command: {
        type: 'offer',
        offerId: offerId(2),
        kind: 'merge',
        fromId: sessionId(4),
        toId: sessionId(5),
        word: text(36, limits.offerWord),
      },
    },
    { by: 5, command: { type: 'answer-offer', offerId: offerId(2), answer: 'talk', word: text(37, limits.offerWord) } },
  ]
}

type Schema = Readonly<Record<string, unknown>>
const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null

/** Where a schema takes any text at all: no pattern, no list of words. As "/title", "/tags/0". */
export const freeTexts = (schema: unknown, path = ''): readonly string[] => {
  if (!isSchema(schema)) return []
  if (schema.type === 'string') return 'pattern' in schema || 'enum' in schema || 'const' in schema ? [] : [path]
  const { properties, items, anyOf } = schema
  return [
    ...(isSchema(properties)
      ? Object.entries(properties).flatMap(([name, each]) => freeTexts(each, `${path}/${name}`))
      : []),
    ...freeTexts(items, `${path}/0`),
    ...(Array.isArray(anyOf) ? anyOf.flatMap((each) => freeTexts(each, path)) : []),
  ]
}

/** Where a value holds text, in the same words: "propose /title". */
export const textsIn = (command: { readonly type: CommandType }): readonly string[] => {
  const walk = (value: unknown, path: string): readonly string[] => {
    if (typeof value === 'string') return [`${command.type} ${path}`]
    if (Array.isArray(value)) return value.flatMap((each) => walk(each, `${path}/0`))
    return isSchema(value) ? Object.entries(value).flatMap(([name, each]) => walk(each, `${path}/${name}`)) : []
  }
  return walk(command, '')
}
