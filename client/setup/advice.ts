/** How many sessions to expect, as shares of the people present (PRODUCT.md 2); between two marks the share is interpolated. */
const shares = [
  { people: 50, share: 0.5 },
  { people: 100, share: 0.3 },
  { people: 200, share: 0.25 },
  { people: 500, share: 0.2 },
  { people: 1000, share: 0.15 },
] as const

/** One place (a room, a corner, a tree) per ten people and slot. */
const PEOPLE_PER_PLACE = 10

/** The share of people who call a session where that many are present. */
export const sessionShare = (people: number): number => {
  let before: (typeof shares)[number] = shares[0]
  if (people <= before.people) return before.share
  for (const mark of shares) {
    if (people <= mark.people) {
      const part = (people - before.people) / (mark.people - before.people)
      return before.share + part * (mark.share - before.share)
    }
    before = mark
  }
  return before.share
}

/** What a forum of that size will want, beside what the plan has. */
export interface Advice {
  readonly people: number
  readonly sessions: number
  readonly placesPerSlot: number
  readonly rooms: number
  readonly cells: number
  /** Slots that the rooms need for the expected sessions. */
  readonly slotsNeeded: number
  readonly verdict: 'few-rooms' | 'few-cells' | 'good'
}

/** Sizing advice; null where the number of people is not said, or no room is given yet. */
export const adviceFor = (people: number | null, rooms: number, openSlots: number): Advice | null => {
  if (people === null || people < 1 || rooms < 1) return null
  const sessions = Math.max(1, Math.round(people * sessionShare(people)))
  const placesPerSlot = Math.max(1, Math.round(people / PEOPLE_PER_PLACE))
  const cells = rooms * openSlots
  const verdict = cells < sessions ? 'few-cells' : rooms < placesPerSlot / 2 ? 'few-rooms' : 'good'
  return { people, sessions, placesPerSlot, rooms, cells, slotsNeeded: Math.ceil(sessions / rooms), verdict }
}
