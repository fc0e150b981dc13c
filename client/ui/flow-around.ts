import type { LocalTime } from '../../shared/time.ts'

interface Span {
  readonly start: LocalTime
  readonly end: LocalTime
}

const minutesOf = (time: LocalTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const timeOf = (minutes: number): LocalTime =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const MIDNIGHT = 24 * 60

/**
 * The slots of one rule, pushed behind every moment that they would run into; those after it keep their distance.
 * `late` counts the slots that would then end after midnight, which are left out.
 */
export const flowAround = (
  slots: readonly Span[],
  moments: readonly Span[],
): { readonly slots: readonly Span[]; readonly late: number } => {
  const fixed = moments
    .map(({ start, end }) => ({ start: minutesOf(start), end: minutesOf(end) }))
    .sort((a, b) => a.start - b.start)
  const placed: Span[] = []
  let delay = 0
  let late = 0
  for (const slot of slots) {
    const length = (minutesOf(slot.end) - minutesOf(slot.start) + MIDNIGHT) % MIDNIGHT
    let start = minutesOf(slot.start) + delay
    for (const moment of fixed) if (start < moment.end && moment.start < start + length) start = moment.end
    delay = start - minutesOf(slot.start)
    if (start + length >= MIDNIGHT) late += 1
    else placed.push({ start: timeOf(start), end: timeOf(start + length) })
  }
  return { slots: placed, late }
}
