import type { ForumPlan } from '../../shared/plan.schema.ts'
import { HOUR, type Instant } from '../../shared/time.ts'
import { localDate } from '../../shared/zone.ts'
import { blankPlan, plainRoom } from './blank-plan.ts'

const two = (n: number): string => String(n).padStart(2, '0')

/** A forum of tomorrow with `rooms` × `slots` open cells (slots of half an hour from seven on), for crowds. */
export const widePlan = (rooms: number, slots: number, now: Instant): ForumPlan => ({
  ...blankPlan('Grand forum'),
  rooms: Array.from({ length: rooms }, (_, n) => plainRoom(`Salle ${n + 1}`)),
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
})
