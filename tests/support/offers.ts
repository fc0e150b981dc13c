import type { Board, OfferKind, Session } from '../../shared/board.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { Decision } from '../../shared/decision.ts'
import { build, by, claim, propose, sessionId, smallBoard } from './boards.ts'

/** Ids of offers that can be read, apart from those of sessions. */
export const offerId = (n: number): string => sessionId(n).replace(/^0+/, '0ffe0000')

/** The offer 1 of one session to another, unless it says otherwise. */
export const offer = (
  kind: OfferKind,
  from: number,
  to: number,
  more: Partial<Extract<Command, { type: 'offer' }>> = {},
): Command => ({
  type: 'offer',
  offerId: offerId(1),
  kind,
  fromId: sessionId(from),
  toId: sessionId(to),
  ...more,
})

export const answer = (n: number, said: 'accept' | 'decline' | 'talk', word?: string): Command => ({
  type: 'answer-offer',
  offerId: offerId(n),
  answer: said,
  ...(word === undefined ? {} : { word }),
})

export const accept = (n: number): Command => answer(n, 'accept')

/** Where each session is, by its number: "b101 s1". */
export const cells = (board: Board): Readonly<Record<number, string>> =>
  Object.fromEntries(
    [...board.placements.values()].map(({ sessionId: id, roomId, slotIds }) => [
      Number(id.slice(-12)),
      [roomId, ...slotIds].join(' '),
    ]),
  )

export const openOffers = (board: Board): readonly string[] => [...board.offers.keys()]

export const ownSession = (board: Board, n: number): Session => {
  const session = board.sessions.get(sessionId(n))
  if (session === undefined) throw new Error(`session ${n} is not there`)
  return session
}

/** What a refusal says first; "accepted" where there is none. */
export const code = (decision: Decision): string =>
  decision.type === 'refused' ? decision.refusal.code : decision.type

/** Ana 1 in B101 s1, Brieuc 2 in B102 s2, Carole's 3 parked, Ana's 4 parked. */
export const twoPlaced: Board = build(smallBoard, [
  [by('ana'), propose(1)],
  [by('brieuc'), propose(2)],
  [by('carole'), propose(3)],
  [by('ana'), propose(4)],
  [by('ana'), claim(1, 'b101', 's1')],
  [by('brieuc'), claim(2, 'b102', 's2')],
])
