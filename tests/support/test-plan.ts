import type { ForumPlan } from '../../shared/plan.schema.ts'
import { plainRoom } from './blank-plan.ts'

/** The forum of the server's tests: three rooms and four open slots on the day of `boards.ts`. */
export const testPlan: ForumPlan = {
  name: 'Forum d’essai',
  theme: 'Et si on essayait ?',
  place: 'Ici',
  timeZone: 'Europe/Paris',
  expectedPeople: 60,
  notice: '',
  mode: 'open-space',
  rooms: ['B101', 'B102', 'Hall'].map((name) => plainRoom(name, 40)),
  days: [
    {
      date: '2024-07-03',
      label: 'Forum ouvert',
      slots: [
        { start: '09:30', end: '10:30', kind: 'open', label: '' },
        { start: '10:45', end: '11:45', kind: 'open', label: '' },
        { start: '12:00', end: '13:30', kind: 'common', label: 'Buffet' },
        { start: '13:30', end: '14:30', kind: 'open', label: '' },
        { start: '14:30', end: '15:30', kind: 'open', label: '' },
      ],
    },
  ],
  reserved: [],
}

/** Slots of the plan, as `planCommands` names them. */
export const slotId = (time: '0930' | '1045' | '1330' | '1430'): string => `2024-07-03-${time}`
