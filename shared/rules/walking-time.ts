import type { Board, Placement, Room, RuleSettings } from '../board.ts'
import type { PersonId } from '../ids.ts'
import { MINUTE } from '../time.ts'
import { foldText } from '../words.ts'
import { factsOf, hostedBy, hostsAsked, isYou } from './hosts.ts'
import { type Attempt, nothing, type Place, type Rule } from './rule.ts'

const buildings = new WeakMap<Room, string>()

const buildingOf = (room: Room): string => {
  let folded = buildings.get(room)
  if (folded === undefined) {
    folded = foldText(room.building)
    buildings.set(room, folded)
  }
  return folded
}

interface Walks {
  /** Minutes between two folded names, both ways. */
  readonly minutes: ReadonlyMap<string, number>
  readonly longest: number
}

const known = new WeakMap<RuleSettings['walks'], Walks>()

const walksOf = ({ walks }: RuleSettings): Walks => {
  let found = known.get(walks)
  if (found === undefined) {
    const minutes = new Map<string, number>()
    for (const walk of walks) {
      const [from, to] = [foldText(walk.from), foldText(walk.to)]
      minutes.set(`${from}\n${to}`, walk.minutes).set(`${to}\n${from}`, walk.minutes)
    }
    found = { minutes, longest: Math.max(0, ...minutes.values()) }
    known.set(walks, found)
  }
  return found
}

/** Milliseconds between the two; negative where they overlap, which is another rule's matter. */
const pauseBetween = (place: Place, other: Placement): number =>
  Math.max(place.start - other.end, other.start - place.end)

const isSameDay = (board: Board, place: Place, other: Placement): boolean =>
  board.slots.get(other.slotIds[0] ?? '')?.date === place.slots[0]?.date

/** The minutes that it takes to walk from one to the other, where there is not that much time between them; else 0. */
const shortOf = ({ board, session }: Attempt, place: Place, other: Placement): number => {
  const walks = walksOf(board.rules)
  const pause = pauseBetween(place, other)
  if (pause < 0 || pause >= walks.longest * MINUTE || other.sessionId === session?.id) return 0
  const room = board.rooms.get(other.roomId)
  if (room === undefined || !isSameDay(board, place, other)) return 0
  const minutes = walks.minutes.get(`${buildingOf(place.room)}\n${buildingOf(room)}`) ?? 0
  return pause < minutes * MINUTE ? minutes : 0
}

/**
 * B18: who hosts in two buildings in a row has time to walk. Of others it is not said from where, nor how far: that would
 * tell where they are.
 */
export const walkingTime: Rule = {
  id: 'walking-time',
  number: 'B18',
  check: (attempt) => {
    const { board, place } = attempt
    if (place === null || board.rules.walks.length === 0 || buildingOf(place.room) === '') return nothing
    const late: PersonId[] = []
    let yours = 0
    for (const host of hostsAsked(attempt)) {
      let minutes = 0
      for (const other of hostedBy(board, host)) minutes = Math.max(minutes, shortOf(attempt, place, other))
      if (minutes > 0) late.push(host)
      if (isYou(attempt, host)) yours = minutes
    }
    return factsOf(attempt, late).map((facts) => (facts.kind === 'you' ? { ...facts, minutes: yours } : facts))
  },
  sentence: {
    fr: ({ kind, minutes }) =>
      kind === 'you'
        ? `Vous portez juste avant ou après un sujet dans un autre bâtiment : il faut ${minutes} minutes à pied.`
        : 'Une personne qui porte ce sujet n’a pas le temps de venir d’un autre bâtiment, ou d’y aller ensuite.',
    en: ({ kind, minutes }) =>
      kind === 'you'
        ? `You host a session in another building just before or after: it is ${minutes} minutes on foot.`
        : 'Somebody who hosts this session has no time to come from another building, or to go there afterwards.',
  },
}
