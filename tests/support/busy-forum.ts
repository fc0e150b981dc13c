import { randomUUID } from 'node:crypto'
import { readBoard } from './extreme-forums.ts'
import type { House, Visitor } from './house.ts'
import { type LivelyForum, livelyForum } from './lively-forum.ts'

/** A forum in which everything that people can do to each other has been done. */
export interface BusyForum extends LivelyForum {
  readonly team: Visitor
  /** Hosts by name. */
  who(name: string): Visitor
  /** The id of the session whose title begins so. */
  session(title: string): string
  /** A cell of the first day by the beginning of its hour, "15:15". */
  cell(roomId: string, time: string): { readonly roomId: string; readonly slotId: string }
}

/**
 * A lively forum with offers under way, one session inside another, one that seeks a host, problems, a reason that was
 * given, cells that are kept back and cells that are reserved.
 */
export const busyForum = async (house: House): Promise<BusyForum> => {
  const forum = await livelyForum(house, { startsIn: 0 })
  const team = await forum.facilitator('Équipe d’accueil')
  const perig = await forum.join('Perig')
  const hosts = [...forum.hosts, perig]
  const who = (name: string): Visitor => {
    const host = hosts.find(({ person }) => person.name === name)
    if (host === undefined) throw new Error(`nobody is ${name}`)
    return host
  }
  await team.send({
    type: 'add-room',
    roomId: 'veranda',
    name: 'Véranda',
    capacity: 30,
    building: 'Maison',
    floor: '0',
  })
  const own = [
    ['Cuire le pain ensemble', ['four à pain']],
    ['Marcher sans but', []],
    ['Chanter fort', ['piano']],
  ] as const
  for (const [title, needs] of own) {
    await perig.send({ type: 'propose', sessionId: randomUUID(), title, needs: [...needs], tags: ['corps'] })
  }
  const { sessions, slots } = await readBoard(house, forum.slug)
  const session = (title: string): string => sessions.find((one) => one.title.startsWith(title))?.id ?? ''
  const cell = (roomId: string, time: string) => ({
    roomId,
    slotId: slots.find(({ id }) => id.endsWith(time.replace(':', '')))?.id ?? '',
  })
  await team.send({ type: 'set-figures', offerMinutes: 600, lateCells: 1, lateUntil: '11:15', turnOverMinutes: 10 })
  await team.send({ type: 'set-rule', rule: 'room-equipped', level: 'needs-reason' })
  await team.send({ type: 'add-collective', collectiveId: 'tiers-lieux', name: 'Réseau des tiers-lieux du Finistère' })
  const reserved = { type: 'reserved', collectiveId: 'tiers-lieux' } as const
  await team.send({ type: 'set-cells', cells: [cell('jardin', '14:00')], use: reserved })

  const merged = randomUUID()
  const [mine, hers] = [session('Écrire à plusieurs'), session('Agir en commun')]
  await who('Soazig').send({ type: 'offer', offerId: merged, kind: 'merge', fromId: mine, toId: hers })
  await who('Ana').send({ type: 'answer-offer', offerId: merged, answer: 'accept' })
  const tiersLieux = session('Tiers-lieux du Finistère')
  await who('Enora').send({ type: 'step-back', sessionId: tiersLieux })

  const [toBrieuc, talked] = [session('Quel outil pour partager'), randomUUID()]
  const swap = { type: 'offer', offerId: randomUUID(), kind: 'swap', toId: toBrieuc } as const
  const word = 'Votre salle nous irait mieux : nous serons assis par terre.'
  await who('Nolwenn').send({ ...swap, fromId: session('Cartographie sensible'), word })
  const memory = session('Garder la mémoire')
  await who('Maëlle').send({ type: 'offer', offerId: talked, kind: 'merge', fromId: memory, toId: toBrieuc })
  await who('Brieuc').send({ type: 'answer-offer', offerId: talked, answer: 'talk', word: 'Près du café ?' })

  await team.send({ type: 'edit', sessionId: session('Monnaies locales'), expected: 60 })
  const loud = { type: 'claim', sessionId: session('Chanter fort'), ...cell('atelier', '15:15') } as const
  await perig.send(loud, 'Nous apportons le nôtre, par la cour.')
  return { ...forum, hosts, team, who, session, cell }
}
