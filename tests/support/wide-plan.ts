import type { ForumPlan } from '../../shared/plan.schema.ts'
import { HOUR, type Instant } from '../../shared/time.ts'
import { localDate } from '../../shared/zone.ts'

const two = (n: number): string => String(n).padStart(2, '0')

/** A forum of tomorrow with `rooms` × `slots` open cells (slots of half an hour from seven on), for crowds. */
export const widePlan = (rooms: number, slots: number, now: Instant): ForumPlan => ({
  name: 'Grand forum',
  theme: '',
  place: '',
  timeZone: 'Europe/Paris',
  expectedPeople: null,
  notice: '',
  mode: 'open-space',
  rooms: Array.from({ length: rooms }, (_, n) => ({
    name: `Salle ${n + 1}`,
    kind: 'room',
    capacity: null,
    building: '',
    floor: '',
    features: [],
  })),
  days: [
    {
      date: localDate(now + 24 * HOUR, 'Europe/Paris'),
      label: '',
      slots: Array.from({ length: slots }, (_, n) => {
        const minutes = 7 * 60 + n * 30
        const time = (m: number) => `${two(Math.floor(m / 60))}:${two(m % 60)}`
        return { start: time(minutes), end: time(minutes + 30), kind: 'open', label: '' }
      }),
    },
  ],
  reserved: [],
})
