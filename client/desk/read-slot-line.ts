import type { PlannedDay } from '../../shared/plan.schema.ts'
import { readDay } from '../ui/read-day.ts'

/**
 * One line that adds to a day: a rule, or hours; hours with a name are a common moment ("12:00-13:30 Repas"), hours alone an
 * open slot. Empty where it can't be read.
 */
export const readSlotLine = (text: string): PlannedDay['slots'] => {
  const read = readDay({ slots: text, moments: '' })
  const slots = read.problems.some((problem) => problem.why === 'unclear') ? [] : read.slots
  return slots.map((slot) => (slot.label === '' ? slot : { ...slot, kind: 'common' as const }))
}
