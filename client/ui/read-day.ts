import { parseSlotRule, parseTime } from '../../shared/paste.ts'
import type { PlannedDay } from '../../shared/plan.schema.ts'
import type { LocalTime } from '../../shared/time.ts'
import { flowAround } from './flow-around.ts'

type PlannedSlot = PlannedDay['slots'][number]

/** A line that could not be read, or that says something odd. `line` counts from 1 within its field. */
export interface DayProblem {
  readonly field: 'slots' | 'moments'
  readonly line: number
  readonly text: string
  readonly why: 'unclear' | 'late'
}

/** What two fields say of a day: its slots (rules or intervals) and its common moments, one per line. */
export interface DayReading {
  /** In time order. */
  readonly slots: readonly PlannedSlot[]
  readonly problems: readonly DayProblem[]
}

const time = String.raw`(\d{1,2}\s*(?:[h:.]\s*\d{0,2})?)`
const interval = new RegExp(
  String.raw`^(?:de\s+|from\s+)?${time}\s*(?:-|–|—|→|à|a|to|until)\s*${time}\s*[:,·;]?\s*(.*)$`,
  'i',
)

const readInterval = (text: string): { start: LocalTime; end: LocalTime; label: string } | null => {
  const [, from = '', to = '', label = ''] = interval.exec(text) ?? []
  const start = parseTime(from)
  const end = parseTime(to)
  return start === null || end === null ? null : { start, end, label: label.trim() }
}

const linesOf = (text: string): readonly { line: number; text: string }[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((raw, index) => ({ line: index + 1, text: raw.trim() }))
    .filter((line) => line.text !== '')

/**
 * Reads a day as it was typed. Slots given by a rule flow around the common moments: one that would run into the buffet
 * begins when the buffet is over. Slots given by their hours stay where they were put.
 */
export const readDay = (day: { readonly slots: string; readonly moments: string }): DayReading => {
  const problems: DayProblem[] = []
  const moments: PlannedSlot[] = []
  for (const { line, text } of linesOf(day.moments)) {
    const found = readInterval(text)
    if (found === null) problems.push({ field: 'moments', line, text, why: 'unclear' })
    else moments.push({ ...found, kind: 'common' })
  }
  const open: PlannedSlot[] = []
  for (const { line, text } of linesOf(day.slots)) {
    const exact = readInterval(text)
    if (exact !== null) {
      open.push({ ...exact, kind: 'open' })
      continue
    }
    const rule = parseSlotRule(text)
    if (rule.type === 'unclear') {
      problems.push({ field: 'slots', line, text, why: 'unclear' })
      continue
    }
    const { slots, late } = flowAround(rule.slots, moments)
    for (const slot of slots) open.push({ ...slot, kind: 'open', label: '' })
    if (late > 0) problems.push({ field: 'slots', line, text, why: 'late' })
  }
  const slots = [...moments, ...open].sort((a, b) => a.start.localeCompare(b.start) || a.end.localeCompare(b.end))
  return { slots, problems }
}
