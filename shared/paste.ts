import type { PlannedRoom } from './plan.schema.ts'
import type { LocalTime } from './time.ts'
import { cleanLine, cleanWords, foldText } from './words.ts'

/** A line, numbered from 1, that names no room (`taken: null`) or one that there is already: by its name there. */
export interface RoomProblem {
  readonly line: number
  readonly taken: string | null
}

/** An hour as people type it: "9h30", "9:30", "9.30", "09h", "14 h", "9". Null where it is none. */
export const parseTime = (text: string): LocalTime | null => {
  const match = /^(\d{1,2})(?:\s*[h:.]\s*(\d{2})?)?(?:\s*(?:h|min))?$/i.exec(text.trim())
  if (match === null) return null
  const hour = Number(match[1])
  const minute = Number(match[2] ?? '0')
  return hour > 23 || minute > 59 ? null : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

const kindOf = (words: readonly string[]): PlannedRoom['kind'] => {
  const folded = words.map(foldText)
  if (folded.some((word) => /^(exterieur|plein air|dehors|outdoors?)$/.test(word))) return 'outdoor'
  if (folded.some((word) => /^(en ligne|visio|online)$/.test(word))) return 'online'
  if (folded.some((word) => /^(espace continu|en continu|toute la journee|continuous|open all day)$/.test(word))) {
    return 'continuous'
  }
  return 'room'
}

/**
 * Rooms as people list them, one per line: `B102 (40), vidéoprojecteur, ascenseur`. A name, seats in brackets (or
 * "40 places"), then features; "extérieur", "en ligne" and "en continu" say the kind. Empty lines are passed over; a
 * second room of the same name, or one of the names that are `there` already, is a problem.
 */
export const parseRooms = (
  text: string,
  there: readonly string[] = [],
): { readonly rooms: readonly PlannedRoom[]; readonly problems: readonly RoomProblem[] } => {
  const rooms: PlannedRoom[] = []
  const problems: RoomProblem[] = []
  const taken = new Map(there.map((name) => [foldText(name), name]))
  text.split(/\r\n|\r|\n/).forEach((raw, index) => {
    const line = cleanLine(raw.replace(/\t/g, ', ').replace(/^\s*[-*•]\s+/, ''))
    if (line === '') return
    const seats =
      /\(\s*(\d{1,5})[^)]*\)|[,;]\s*(\d{1,5})\s*(?:places|pers\.?|personnes|seats|people)?\s*(?=[,;]|$)/i.exec(line)
    const capacity = Number(seats?.[1] ?? seats?.[2] ?? 0)
    const rest = seats === null ? line : line.replace(seats[0], '')
    const [name = '', ...words] = rest.split(/[,;]/).map(cleanLine)
    const same = taken.get(foldText(name))
    if (name === '' || same !== undefined) {
      problems.push({ line: index + 1, taken: same ?? null })
      return
    }
    taken.set(foldText(name), name)
    rooms.push({
      name,
      kind: kindOf(words),
      capacity: capacity > 0 ? capacity : null,
      building: '',
      floor: '',
      features: [...cleanWords(words)],
    })
  })
  return { rooms, problems }
}

/** Slots made by a rule, or that the rule could not be read. */
export type SlotRule =
  | { readonly type: 'slots'; readonly slots: readonly { readonly start: LocalTime; readonly end: LocalTime }[] }
  | { readonly type: 'unclear' }

const minutesOf = (time: LocalTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const timeOf = (minutes: number): LocalTime =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** "1h", "1 h 30", "90 min", "45" in minutes; null where it is no duration. */
const durationOf = (text: string): number | null => {
  const match = /^(?:(\d{1,2})\s*h\s*(\d{1,2})?|(\d{1,3}))\s*(?:min(?:utes?)?)?$/i.exec(text.trim())
  if (match === null) return null
  const minutes = match[3] === undefined ? Number(match[1]) * 60 + Number(match[2] ?? '0') : Number(match[3])
  return minutes > 0 ? minutes : null
}

/**
 * Slots by a rule, as people say it: `5 × 45 min, 15 de pause, dès 10:00` (also `x`, `*`, "à partir de", "from",
 * "break"). A part that is missing: no break, from nine o'clock. Slots that would pass midnight are unclear.
 */
export const parseSlotRule = (text: string): SlotRule => {
  const folded = foldText(text)
  const first = /(\d{1,2})\s*[x×*]\s*((?:\d{1,2}\s*h\s*\d{0,2}|\d{1,3})(?:\s*min(?:utes?)?)?)/.exec(folded)
  const count = Number(first?.[1] ?? 0)
  const length = durationOf(first?.[2] ?? '')
  if (count < 1 || count > 24 || length === null) return { type: 'unclear' }
  const pause = /((?:\d{1,2}\s*h\s*\d{0,2}|\d{1,3})(?:\s*min(?:utes?)?)?)\s*(?:de |d')?\s*(?:pause|break|entre)/.exec(
    folded,
  )
  const between = pause === null ? 0 : (durationOf(pause[1] ?? '') ?? 0)
  const from = /(?:des|a partir de|depuis|from|at|a)\s+(\d{1,2}(?:\s*[h:.]\s*\d{0,2})?)/.exec(folded)
  const start = parseTime((from?.[1] ?? '9').trim())
  if (start === null) return { type: 'unclear' }
  const slots = Array.from({ length: count }, (_, index) => {
    const begins = minutesOf(start) + index * (length + between)
    return [begins, begins + length] as const
  })
  if (slots.some(([, ends]) => ends >= 24 * 60)) return { type: 'unclear' }
  return { type: 'slots', slots: slots.map(([begins, ends]) => ({ start: timeOf(begins), end: timeOf(ends) })) }
}
