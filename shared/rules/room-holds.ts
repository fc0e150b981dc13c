import { nothing, type Rule } from './rule.ts'

/** B9: a hint where more people are expected (the host's figure, or else the interest shown) than the room holds. */
export const roomHolds: Rule = {
  id: 'room-holds',
  number: 'B9',
  level: 'hint',
  check: ({ context, session, place }) => {
    if (session === null || place === null || place.room.capacity === null) return nothing
    const expected = session.expected ?? context.interest(session.id)
    return expected <= place.room.capacity
      ? nothing
      : [{ room: place.room.name, capacity: place.room.capacity, expected }]
  },
  sentence: {
    fr: ({ room, capacity, expected }) => `${room} a ${capacity} places, environ ${expected} personnes viendront.`,
    en: ({ room, capacity, expected }) => `${room} holds ${capacity}, about ${expected} people will come.`,
  },
}
