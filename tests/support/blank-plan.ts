import type { ForumPlan } from '../../shared/plan.schema.ts'

/** A forum with a name and nothing in it. */
export const blankPlan = (name: string): ForumPlan => ({
  name,
  theme: '',
  place: '',
  timeZone: 'Europe/Paris',
  expectedPeople: null,
  notice: '',
  mode: 'open-space',
  rooms: [],
  days: [],
  reserved: [],
})

/** A room of which only so much is known. */
export const plainRoom = (name: string, capacity: number | null = null): ForumPlan['rooms'][number] => ({
  name,
  kind: 'room',
  capacity,
  building: '',
  floor: '',
  features: [],
})
