import type { Board, Room, Session } from '../board.ts'
import type { Facts } from '../refusals.ts'
import { insideOf } from '../together.ts'
import { foldText } from '../words.ts'
import { type AccessNeed, accessNeedOf } from './access-needs.ts'
import { asksPlace, nothing, type Rule } from './rule.ts'

interface Equipment {
  readonly words: ReadonlySet<string>
  readonly access: ReadonlySet<AccessNeed | null>
}

const known = new WeakMap<Room, Equipment>()

const equipmentOf = (room: Room): Equipment => {
  let equipment = known.get(room)
  if (equipment === undefined) {
    const { features } = room
    equipment = { words: new Set(features.map(foldText)), access: new Set(features.map(accessNeedOf)) }
    known.set(room, equipment)
  }
  return equipment
}

interface Need {
  readonly word: string
  readonly folded: string
  readonly access: AccessNeed | null
}

const knownNeeds = new WeakMap<Session, readonly Need[]>()

const ownNeeds = (session: Session): readonly Need[] => {
  let needs = knownNeeds.get(session)
  if (needs === undefined) {
    needs = session.needs.map((word) => ({ word, folded: foldText(word), access: accessNeedOf(word) }))
    knownNeeds.set(session, needs)
  }
  return needs
}

/** What is held together needs what all of it needs, each thing once. */
const needsOf = (board: Board, session: Session): readonly Need[] => {
  const inside = insideOf(board, session.id)
  if (inside.length === 0) return ownNeeds(session)
  const needs = [session, ...inside].flatMap(ownNeeds)
  return [...new Map(needs.map((need) => [need.folded, need])).values()]
}

/** B10: the room has what the session needs; words are compared without case and accents, and access by its meaning. */
export const roomEquipped: Rule = {
  id: 'room-equipped',
  number: 'B10',
  check: (attempt) => {
    const { board, session, place } = attempt
    if (session === null || place === null || !asksPlace(attempt)) return nothing
    const needs = needsOf(board, session)
    if (needs.length === 0) return nothing
    const has = equipmentOf(place.room)
    const access: string[] = []
    const others: string[] = []
    for (const need of needs) {
      if (has.words.has(need.folded) || (need.access !== null && has.access.has(need.access))) continue
      if (need.access === null) others.push(need.word)
      else access.push(need.word)
    }
    const room = place.room.name
    const facts: Facts[] = []
    if (access.length > 0) facts.push({ kind: 'access', room, missing: access.join(', ') })
    if (others.length > 0) facts.push({ room, missing: others.join(', ') })
    return facts
  },
  // Without it somebody stays outside: whoever decides so says why.
  levelFor: ({ kind }) => (kind === 'access' ? 'needs-reason' : undefined),
  sentence: {
    fr: ({ kind, room, missing }) =>
      kind === 'access'
        ? `Il manque à ${room} : ${missing}. Des personnes ne pourraient pas y venir, ou pas suivre.`
        : `Il manque à ${room} : ${missing}.`,
    en: ({ kind, room, missing }) =>
      kind === 'access'
        ? `${room} lacks: ${missing}. Some people could not come in, or not follow.`
        : `${room} lacks: ${missing}.`,
  },
}
