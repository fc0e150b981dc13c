import { randomUUID } from 'node:crypto'
import type { Format } from '../../shared/board.ts'
import { blankPlan, plainRoom } from './blank-plan.ts'
import type { House, HouseForum } from './house.ts'

/** Row, column, title, host, format: a day as it might be at eleven o'clock. */
const sessions: readonly (readonly [number, number, string, string, Format])[] = [
  [0, 0, 'Accueillir sans épuiser les accueillants', 'Maëlle', 'discussion'],
  [0, 1, 'Réparer un vélo à quatre mains', 'Gwenn', 'workshop'],
  [0, 2, 'Monnaies locales : où en sommes-nous ?', 'Denez', 'talk'],
  [0, 4, 'Marcher en parlant', 'Rozenn', 'practice'],
  [1, 0, 'Agir en commun à l’ère du numérique', 'Ana', 'discussion'],
  [1, 1, 'Écrire à plusieurs', 'Soazig', 'workshop'],
  [1, 3, 'Tiers-lieux du Finistère', 'Enora', 'network-meeting'],
  [1, 4, 'Semences et haies', 'Yann', 'discussion'],
  [2, 0, 'Qui n’est pas là, et pourquoi ?', 'Brieuc', 'discussion'],
  [2, 2, 'Cartographie sensible du quartier', 'Nolwenn', 'practice'],
  [2, 3, 'Cuisiner pour cent', 'Naïma', 'workshop'],
  [3, 1, 'Garder la mémoire des forums', 'Loïc', 'other'],
  [3, 3, 'Dire non ensemble', 'Inès', 'practice'],
]
const parked: readonly (readonly [string, string, Format])[] = [
  ['Un logiciel libre, et après ?', 'Théo', 'talk'],
  ['Décider sans voter', 'Gwenola', 'discussion'],
]

/** A forum for the documents' pictures: five rooms, most of them taken, on the day of the house's clock. */
export const shownForum = async (house: House, date: string): Promise<HouseForum> => {
  const open = (start: string, end: string) => ({ start, end, kind: 'open', label: '' }) as const
  const common = (start: string, end: string, label: string) => ({ start, end, kind: 'common', label }) as const
  const slots = [
    common('09:00', '10:00', 'Cercle d’ouverture et place du marché'),
    ...[open('10:15', '11:15'), open('11:30', '12:30')],
    common('12:30', '14:00', 'Repas partagé'),
    ...[open('14:00', '15:00'), open('15:15', '16:15')],
    common('16:30', '17:00', 'Cercle de clôture'),
  ]
  const forum = await house.createForum({
    plan: {
      ...blankPlan('Forum des usages coopératifs'),
      theme: 'Qu’est-ce qui nous relie ?',
      place: 'Brest',
      expectedPeople: 80,
      rooms: [
        ...[plainRoom('Amphi', 200), plainRoom('B101', 40), plainRoom('B102', 40), plainRoom('Hall', 80)],
        { ...plainRoom('Jardin', 60), kind: 'outdoor' },
      ],
      days: [{ date, label: 'Forum ouvert', slots }],
    },
  })
  const api = `${house.origin}/api/forums/${forum.slug}`
  const { board } = (await (await fetch(api)).json()) as {
    board: { rooms: { id: string }[]; slots: { id: string; kind: string }[] }
  }
  const rows = board.slots.filter(({ kind }) => kind === 'open')
  const fans = await Promise.all(['Un', 'Deux', 'Trois', 'Quatre'].map((name) => forum.join(name)))
  const propose = async (
    title: string,
    name: string,
    format: Format,
    fanCount: number,
  ): Promise<() => Promise<void>> => {
    const host = await forum.join(name)
    const sessionId = randomUUID()
    await host.send({ type: 'propose', sessionId, title, format })
    for (const fan of fans.slice(0, fanCount)) {
      await fan.star(sessionId)
    }
    return async () => {
      const [row, column] = sessions.find((one) => one[2] === title) ?? [0, 0]
      const cell = { roomId: board.rooms[column]?.id ?? '', slotId: rows[row]?.id ?? '' }
      await host.send({ type: 'claim', sessionId, ...cell })
    }
  }
  for (const [n, [, , title, name, format]] of sessions.entries()) {
    const claim = await propose(title, name, format, (n * 3) % 5)
    await claim()
  }
  for (const [title, name, format] of parked) await propose(title, name, format, 1)
  return forum
}
