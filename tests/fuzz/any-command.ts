import { type Board, offerKinds } from '../../shared/board.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { PersonId } from '../../shared/ids.ts'
import { offersFor } from '../../shared/offers.ts'
import { hostsOf } from '../../shared/together.ts'
import { sessionId } from '../support/boards.ts'
import type { Random } from '../support/random.ts'

export const rooms = ['b101', 'b102', 'hall']
export const slots = ['s1', 's2', 's3', 'long']

/** How many ids of sessions there are to choose from: few, so that people meet at the same ones. */
export const subjects = 16

/** Often one's own, where there is one: most of what people try is theirs to do. */
const anySession = (random: Random, board: Board, you: PersonId): string => {
  const own = [...board.sessions.values()].filter((session) => hostsOf(board, session).includes(you))
  return own.length > 0 && random.chance(0.7) ? random.pick(own).id : sessionId(random.below(subjects))
}

/** Nearly always one that is there. */
const other = (random: Random, board: Board): string => {
  const known = [...board.sessions.keys()]
  return known.length > 0 && random.chance(0.9) ? random.pick(known) : sessionId(random.below(subjects))
}

const anyCell = (random: Random) => ({ roomId: random.pick(rooms), slotId: random.pick(slots) })

/** Mostly one that waits for this person's word, also where it has run out; else any, or one that nobody made. */
const anyOffer = (random: Random, board: Board, you: PersonId): string => {
  const { incoming } = offersFor(board, you, 0)
  const known = incoming.length > 0 && random.chance(0.8) ? incoming.map(({ id }) => id) : [...board.offers.keys()]
  return known.length === 0 || random.chance(0.05) ? random.uuid() : random.pick(known)
}

const anyAnswer = (random: Random, board: Board, you: PersonId): Command => {
  const offerId = anyOffer(random, board, you)
  if (random.chance(0.15)) return { type: 'withdraw-offer', offerId }
  return {
    type: 'answer-offer',
    offerId,
    answer: random.pick(['accept', 'accept', 'accept', 'decline', 'talk'] as const),
    word: 'Au bar ?',
  }
}

/** What a host may do with their session besides placing it. */
const anyHosting = (random: Random, board: Board, you: PersonId): Command => {
  const id = anySession(random, board, you)
  const newId = sessionId(random.below(subjects))
  switch (random.below(6)) {
    case 0:
      return { type: 'split', sessionId: id, newId, title: 'La moitié', hosts: [] }
    case 1:
      return { type: 'repeat', sessionId: id, newId, ...(random.chance(0.5) ? anyCell(random) : {}) }
    case 2:
      return { type: 'take-over', sessionId: other(random, board) }
    case 3:
      return { type: 'step-back', sessionId: id }
    case 4:
      return { type: 'propose', sessionId: id, title: 'Qui le porte ?', seeking: true }
    default: {
      const inside = [...board.sessions.values()].filter(({ merged }) => merged !== null).map((session) => session.id)
      return { type: 'unmerge', sessionId: inside.length === 0 ? id : random.pick(inside) }
    }
  }
}

/** A command that somebody might try: often about somebody else's session, often for a cell that is taken. */
export const anyCommand = (random: Random, board: Board, you: PersonId): Command => {
  const id = anySession(random, board, you)
  if (random.chance(0.4) && offersFor(board, you, 0).incoming.length > 0) return anyAnswer(random, board, you)
  const kind = random.below(18)
  if (kind < 4) {
    const made = sessionId(random.below(subjects))
    return { type: 'propose', sessionId: made, title: `Sujet ${random.below(99)}`, length: 1 + random.below(2) }
  }
  if (kind < 8) return { type: 'claim', sessionId: id, ...anyCell(random) }
  if (kind < 9) return { type: 'release', sessionId: id }
  if (kind < 10) return { type: 'edit', sessionId: id, title: `Sujet ${random.below(99)}`, length: 1 + random.below(3) }
  if (kind < 11) return { type: random.chance(0.5) ? 'withdraw' : 'release', sessionId: id }
  if (kind < 13) return anyHosting(random, board, you)
  if (kind < 15) return anyAnswer(random, board, you)
  const toId = other(random, board)
  return { type: 'offer', offerId: random.uuid(), kind: random.pick(offerKinds), fromId: id, toId }
}
