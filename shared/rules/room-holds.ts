import { expectationOf } from '../expectation.ts'
import { asksPlace, nothing, type Rule } from './rule.ts'

/** B9: no more people are expected than the room holds. */
export const roomHolds: Rule = {
  id: 'room-holds',
  number: 'B9',
  check: (attempt) => {
    const { board, context, session, place } = attempt
    if (session === null || place === null || place.room.capacity === null || !asksPlace(attempt)) return nothing
    const expected = expectationOf(board, session, context)
    return expected === null || expected.people <= place.room.capacity
      ? nothing
      : [{ room: place.room.name, capacity: place.room.capacity, expected: expected.said }]
  },
  sentence: {
    fr: ({ room, capacity, expected }) => `${room} a ${capacity} places, environ ${expected} personnes viendront.`,
    en: ({ room, capacity, expected }) => `${room} holds ${capacity}, about ${expected} people will come.`,
  },
}
