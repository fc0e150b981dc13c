import { randomUUID } from 'node:crypto'
import type { Format } from '../../shared/board.ts'
import type { Snapshot } from '../../shared/protocol.ts'
import type { House, HouseForum, Visitor } from './house.ts'

/** Has one in hand and one on the board. */
const firstName = 'Maëlle'

const titles: readonly (readonly [string, string, Format])[] = [
  ['Comment accueillir sans épuiser les accueillants ?', firstName, 'discussion'],
  ['Réparer un vélo à quatre mains', 'Gwenn', 'workshop'],
  ['Agir en commun à l’ère du numérique', 'Ana', 'discussion'],
  [
    'Quel outil pour partager et faire connaître les dates des événements d’un village, sans que chacun les recopie cinq fois ?',
    'Brieuc',
    'discussion',
  ],
  ['Cartographie sensible du quartier', 'Nolwenn', 'practice'],
  ['Monnaies locales : où en sommes-nous ?', 'Denez', 'talk'],
  ['Tiers-lieux du Finistère', 'Enora', 'network-meeting'],
  ['Écrire à plusieurs', 'Soazig', 'workshop'],
  ['Garder la mémoire des forums', firstName, 'other'],
]

/** A forum in the middle of its market: sessions placed and parked, a locked one, a closed cell, some stars. */
export interface LivelyForum extends HouseForum {
  /** One that is placed. */
  readonly placedId: string
  /** Who hosts that one, and one in the tray. */
  readonly host: Visitor
  /** All of them, this one first. */
  readonly hosts: readonly Visitor[]
}

/** Fills a forum of the house with people and sessions, through the same API as everybody's. */
export const livelyForum = async (
  house: House,
  options: Parameters<House['createForum']>[0] = {},
): Promise<LivelyForum> => {
  const forum = await house.createForum(options)
  const team = await forum.facilitator('Équipe')
  const { board }: Snapshot = await (await fetch(`${house.origin}/api/forums/${forum.slug}`)).json()
  const slots = board.slots.filter((slot) => slot.kind === 'open' && slot.date === board.slots[0]?.date)
  const rooms = board.rooms.filter((room) => room.kind !== 'continuous')
  const first = await forum.join(firstName)
  const hosts = [first]
  const ids: string[] = []
  for (const [n, [title, name, format]] of titles.entries()) {
    const host = hosts.find(({ person }) => person.name === name) ?? (await forum.join(name))
    if (!hosts.includes(host)) hosts.push(host)
    const sessionId = randomUUID()
    ids.push(sessionId)
    await host.send({
      type: 'propose',
      sessionId,
      title,
      format,
      description: 'Venez comme vous êtes, avec vos questions.',
    })
    const slot = slots[Math.floor(n / 2)]
    const room = rooms[n % 2]
    if (n < 6 && slot !== undefined && room !== undefined) {
      await host.send({ type: 'claim', sessionId, roomId: room.id, slotId: slot.id })
    }
    for (const fan of hosts.slice(0, n % 4)) await fan.star(sessionId)
  }
  const last = { roomId: rooms[2]?.id ?? '', slotId: slots[3]?.id ?? '' }
  await team.send({ type: 'set-cells', cells: [last], use: { type: 'closed' } })
  await team.send({ type: 'lock', sessionId: ids[5] ?? '' })
  return { ...forum, placedId: ids[0] ?? '', host: first, hosts }
}

/** One of its hosts can't be there on the forum's first day. */
export const sayAway = async (house: House, forum: LivelyForum, name: string): Promise<void> => {
  const host = forum.hosts.find(({ person }) => person.name === name)
  const { board }: Snapshot = await (await fetch(`${house.origin}/api/forums/${forum.slug}`)).json()
  const date = board.slots[0]?.date ?? ''
  const answer = await host?.sayAway([{ date, from: null, until: null }])
  if (answer?.status !== 200) throw new Error(`${name} could not say that they are away: ${answer?.status}`)
}
